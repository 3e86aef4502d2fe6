import type { DefineCommand } from '../program.ts';

export interface InitFlags {
  readonly github?: boolean;
}

/** `sverka init [document…]`: the first files for an API. */
export const initCommand: DefineCommand = (command, run) =>
  command
    .description(
      'Begin with an API of yours: write a configuration and a first checklist, one check for each operation.\n' +
        'Nothing that exists is overwritten.',
    )
    .argument(
      '[document...]',
      'OpenAPI documents, one a service: files or URLs; without one, openapi.yaml, swagger.json and the like are looked for',
    )
    .option('--github', 'also write a GitHub workflow that runs the checks')
    .addHelpText('after', examples)
    .action((documents: string[], flags: InitFlags) =>
      run(async (context) => {
        const { init } = await import('../init/init.ts');
        return init(documents, flags, context);
      }),
    );

const examples = `
Examples:
  sverka init                              the document is found
  sverka init api/openapi.yaml --github
  sverka init catalog.yaml orders.yaml     two services, a target each`;
