import type { DefineCommand } from '../program.ts';

export interface MigrateFlags {
  readonly database?: string;
  readonly check?: boolean;
}

/** `sverka migrate`: the database’s schema. */
export const migrateCommand: DefineCommand = (command, run) =>
  command
    .description('Bring the database up to date, or with --check tell what is missing (exit code 1).')
    .option(
      '-d, --database <place>',
      'SQLite file or postgres:// URL (default: DATABASE_URL, or sverka.sqlite)',
    )
    .option('--check', 'change nothing')
    .addHelpText('after', examples)
    .action((flags: MigrateFlags) =>
      run(async (context) => {
        const { migrateDatabase } = await import('../serve/migrate.ts');
        return migrateDatabase(flags, context);
      }),
    );

const examples = `
Examples:
  sverka migrate --database postgres://user:password@host/name
  sverka migrate --check                   before a deployment: is anything missing?`;
