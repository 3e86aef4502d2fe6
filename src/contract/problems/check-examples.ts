import { saysJson } from '../document/media-types.ts';
import { formatPointer } from '../document/pointer.ts';
import type { Contract, Example, MediaType, Operation, Schema } from '../types.ts';
import { validateValue } from '../validate-value.ts';
import type { Reporter } from './cursor.ts';

type Direction = 'request' | 'response';

/** An example and the schema it should fit. */
interface Claim {
  readonly value: unknown;
  readonly schema: Schema;
  readonly direction: Direction;
  /** Steps below the operation. */
  readonly steps: readonly string[];
}

/**
 * Examples of parameters and bodies that do not fit their own schema: a mock would answer with them. Compiling the schemas of a
 * big document takes seconds, so others get their turn meanwhile.
 */
export async function checkExamples(
  contract: Contract,
  report: Reporter,
  pause: () => Promise<void> | undefined,
): Promise<void> {
  for (const operation of contract.operations) {
    for (const claim of claims(operation)) {
      checkClaim(contract, operation, claim, report);
      await pause();
    }
  }
}

function checkClaim(contract: Contract, operation: Operation, claim: Claim, report: Reporter): void {
  const { value, schema, direction, steps } = claim;
  const [violation] = validateValue(contract, schema, value, { direction });
  if (!violation) return;
  const where = violation.path.length > 0 ? `${formatPointer(violation.path)} ` : '';
  const pointer = operation.pointer + formatPointer(steps);
  report.warning(
    { value: undefined, pointer },
    `this example does not fit its schema: ${where}${violation.message}`,
  );
}

function* claims({ parameters, requestBody, responses }: Operation): Generator<Claim> {
  for (const { name, schema, ...parameter } of parameters) {
    if (schema !== undefined) yield* examplesOf(parameter, schema, 'request', ['parameters', name]);
  }
  if (requestBody) yield* contentClaims(requestBody.content, 'request', ['requestBody']);
  for (const [status, { content }] of responses) {
    yield* contentClaims(content, 'response', ['responses', status]);
  }
}

function* contentClaims(
  content: ReadonlyMap<string, MediaType>,
  direction: Direction,
  steps: readonly string[],
): Generator<Claim> {
  for (const [name, media] of content) {
    // Of XML, forms and the like a text is how it goes over the wire, not the value.
    if (media.schema === undefined || !saysJson(name)) continue;
    yield* examplesOf(media, media.schema, direction, [...steps, 'content', name]);
  }
}

function* examplesOf(
  holder: { readonly example?: unknown; readonly examples: ReadonlyMap<string, Example> },
  schema: Schema,
  direction: Direction,
  steps: readonly string[],
): Generator<Claim> {
  if (holder.example !== undefined)
    yield { value: holder.example, schema, direction, steps: [...steps, 'example'] };
  for (const [name, { value }] of holder.examples) {
    if (value !== undefined) yield { value, schema, direction, steps: [...steps, 'examples', name, 'value'] };
  }
}
