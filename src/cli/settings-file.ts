import { relative } from 'node:path';
import * as z from 'zod';
import { didYouMean } from '../checklist/suggest.ts';
import { formatPointer, valueAt } from '../contract/document/pointer.ts';
import { formatProblem } from '../contract/finding.ts';
import type { Json } from '../contract/json.ts';
import { createLocator } from '../contract/locate.ts';
import { parseText } from '../contract/source/parse-text.ts';
import { CommandFailure } from './context.ts';

/**
 * Reads the text of a settings file (YAML or JSON) as its schema has it; nothing in it counts as `empty`. What is wrong
 * is a CommandFailure that lists each mistake with its line. `file` is absolute, messages name it as seen from `cwd`.
 */
export async function parseSettings<Schema extends z.ZodType>(
  text: string,
  file: string,
  { schema, empty, cwd }: { readonly schema: Schema; readonly empty: Json; readonly cwd: string },
): Promise<z.infer<Schema>> {
  const name = relative(cwd, file) || file;
  const { value, problems } = await parseText(text, name);
  const [problem] = problems.filter(({ severity }) => severity === 'error');
  if (problem) throw new CommandFailure(formatProblem(problem));
  const raw = value ?? empty;
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const known = membersOf(schema);
  const find = await createLocator(text, name);
  const mistakes = parsed.error.issues.flatMap((issue) => mistakesOf(issue, raw, known));
  const lines = mistakes.map(({ pointer, message }) => {
    const position = find(pointer);
    return `  ${formatProblem({ message, severity: 'error', ...(position && { position }) })}`;
  });
  throw new CommandFailure(`${name} is not understood:\n${lines.join('\n')}`);
}

interface Mistake {
  readonly pointer: string;
  readonly message: string;
}

function mistakesOf(issue: z.core.$ZodIssue, raw: Json, known: ReadonlySet<string>): readonly Mistake[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      pointer: formatPointer([...path, key]),
      message: `there is no setting "${[...path, key].join('.')}"${didYouMean(key, known)}`,
    }));
  }
  const pointer = formatPointer(path);
  const found = valueAt(raw, pointer);
  const where = path.length > 0 ? `${path.join('.')}: ` : '';
  const got = found === undefined ? '' : `, found ${JSON.stringify(found)}`;
  return [{ pointer, message: `${where}${expectation(issue)}${got}` }];
}

/** Zod's own words where a rule has words of its own, else what was expected. */
function expectation(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return `expected ${issue.expected}`;
  if (issue.code === 'invalid_value') return `expected one of ${issue.values.join(', ')}`;
  if (issue.code === 'invalid_format' && issue.format === 'url') return 'expected a URL';
  return issue.message;
}

/** Every name of a member anywhere in the schema: what a misspelt one may have meant. */
function membersOf(schema: z.ZodType): ReadonlySet<string> {
  const names = new Set<string>();
  JSON.stringify(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), (key, value) => {
    if (key === 'properties') for (const name of Object.keys(value)) names.add(name);
    return value;
  });
  return names;
}
