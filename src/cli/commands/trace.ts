import type { DefineCommand } from '../program.ts';

export interface TraceFlags {
  readonly results?: string;
  readonly json?: boolean;
  readonly missing?: boolean;
  readonly config?: string;
}

/** `sverka trace`: statements × checks. */
export const traceCommand: DefineCommand = (command, run) =>
  command
    .description(
      'Show the matrix: source document → statement → operation and response → check → last verdict.\n' +
        'Exit code 1 when a statement has no check or a check no source.',
    )
    .option('--results <file>', 'verdicts of this run (default: sverka-report/results.json when it is there)')
    .option('--missing', 'only what is missing')
    .option('--json', 'as JSON')
    .option('-c, --config <file>', 'configuration (default: sverka.config.yaml)')
    .addHelpText('after', examples)
    .action((flags: TraceFlags) =>
      run(async (context) => {
        const { trace } = await import('../trace/trace.ts');
        return trace(flags, context);
      }),
    );

const examples = `
A contract names the source of a promise beside it, a checklist the line that a check proves:
  x-source: { document: requirements.md, line: 7, text: "as it is written there" }

Examples:
  sverka trace
  sverka trace --missing
  sverka trace --json | jq .uncovered`;
