import type { InitFlags } from '../init/init.ts';
import type { DefineCommand } from '../program.ts';

/** `sverka init [document]`: the first files for an API. */
export const initCommand: DefineCommand = (command, run) =>
  command
    .description(
      'Begin with an API of yours: write a configuration and a first checklist, one check for each operation.\n' +
        'Nothing that exists is overwritten.',
    )
    .argument(
      '[document]',
      'OpenAPI document: file or URL; without one, openapi.yaml, swagger.json and the like are looked for',
    )
    .option('--github', 'also write a GitHub workflow that runs the checks')
    .action((document: string | undefined, flags: InitFlags) =>
      run(async (context) => {
        const { init } = await import('../init/init.ts');
        return init(document, flags, context);
      }),
    );
