import type { DefineCommand } from '../program.ts';

export interface TypesFlags {
  readonly out: string;
  readonly unified?: string;
  readonly check?: boolean;
  readonly config?: string;
}

/** `sverka types`: what is generated from the contracts. */
export const typesCommand: DefineCommand = (command, run) =>
  command
    .description(
      'Generate TypeScript types from the contracts, one file each, and one document that unifies them all.',
    )
    .argument('[document...]', 'files, globs or ids; without one, the contracts of the configuration')
    .option('-o, --out <folder>', 'where the types go', 'src/types')
    .option(
      '--unified <file>',
      'also write one OpenAPI document with every operation under its contract’s prefix',
    )
    .option('--check', 'write nothing; exit code 1 when a file is stale')
    .option('-c, --config <file>', 'configuration (default: sverka.config.yaml)')
    .addHelpText('after', examples)
    .action((documents: string[], flags: TypesFlags) =>
      run(async (context) => {
        const { types } = await import('../types/types.ts');
        return types(documents, flags, context);
      }),
    );

const examples = `
Examples:
  sverka types api.yaml --out src/api      writes src/api/api.ts
  sverka types --check                     in CI: are they up to date?
  sverka types --unified openapi.yaml      several contracts as one document, too`;
