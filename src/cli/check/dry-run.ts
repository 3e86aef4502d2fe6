import { neededInputs, type Planned, plannedSteps } from '../../checklist/plan.ts';
import { createPaint } from '../../reports/terminal/style.ts';
import type { Context } from '../context.ts';

/** Lists what a run would send, and the inputs that it still needs. */
export function printPlan(
  plan: readonly Planned[],
  given: readonly string[],
  { stdout, env }: Context,
): void {
  const paint = createPaint(stdout, env);
  for (const planned of plan) {
    const { id, summary, tags } = planned.check;
    stdout.write(
      `${paint('bold', id)}  ${summary}${tags.length > 0 ? paint('dim', `  [${tags.join(', ')}]`) : ''}\n`,
    );
    for (const { step, operation, method, path } of plannedSteps(planned)) {
      // An operation without an id goes by its call, which stands here already.
      const name = operation.endsWith(`.${method} ${path}`) ? '' : ` (${operation})`;
      stdout.write(paint('dim', `    ${step}: ${method} ${path}${name}\n`));
    }
  }
  stdout.write(`\n${plan.length} ${plan.length === 1 ? 'check' : 'checks'}\n`);
  const missing = neededInputs(plan).filter((name) => !given.includes(name));
  if (missing.length > 0)
    stdout.write(`without a value so far: ${missing.map((name) => `--input ${name}=…`).join(' ')}\n`);
}
