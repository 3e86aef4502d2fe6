import { bundle, type RootFile } from './bundle/bundle.ts';
import { detectFormat } from './document/format.ts';
import { createResolver } from './document/resolve.ts';
import type { Problem } from './finding.ts';
import { isObject } from './json.ts';
import { createContract, origin } from './model/contract.ts';
import { modernise } from './normalise/modernise.ts';
import { checkStructure } from './problems/check-structure.ts';
import { createReporter } from './problems/cursor.ts';
import { placeComplaints } from './problems/place-complaints.ts';
import { defaultId, type Location, normaliseLocation } from './source/location.ts';
import { parseText } from './source/parse-text.ts';
import { readSource } from './source/read-source.ts';
import type { Loaded } from './types.ts';

/**
 * Reads a contract from a file, an `http(s)` URL or `git:REV:path`: OpenAPI 3.0 to 3.2, Swagger 2.0 or a Postman
 * collection, in JSON or YAML, with all files it refers to. `id` is the file name without extension unless given.
 * Never throws for a bad document: what is wrong is in `problems`, and what is sound stays usable.
 */
export async function loadContract(source: string, options: { readonly id?: string } = {}): Promise<Loaded> {
  const asked = normaliseLocation(source);
  const read = await readSource(asked);
  if ('failure' in read) return nothing([{ message: read.failure, severity: 'error' }]);
  const { value, problems, syntax } = await parseText(read.text, read.location);
  if (value === undefined) return nothing(problems);
  if (!isObject(value))
    return refuse('a document is an object, this is a list or a single value', read.location);
  const loaded = await assemble({ ...read, value, syntax }, options.id ?? defaultId(asked));
  return { contract: loaded.contract, problems: [...problems, ...loaded.problems] };
}

async function assemble(root: RootFile, id: string): Promise<Loaded> {
  const detected = detectFormat(root.value);
  if ('failure' in detected) return refuse(detected.failure, root.location);
  const { format } = detected;
  const bundled = await bundle(root);
  const original = createResolver(bundled.document);
  const report = createReporter(original, (pointer) =>
    origin(pointer, { root: root.location, holders: bundled.holders }),
  );
  if (format !== 'postman') checkStructure(bundled.document, format, report);
  const { document, context } = await modernise(bundled.document, format, original);
  const told = [...bundled.complaints, ...report.complaints()];
  const contract = createContract({ id, format, bundle: bundled, document, context, told });
  const placed = await placeComplaints(told, bundled.files);
  return { contract, problems: [...bundled.problems, ...placed] };
}

const nothing = (problems: readonly Problem[]): Loaded => ({ contract: undefined, problems });

const refuse = (message: string, file: Location): Loaded =>
  nothing([{ message, position: { file, line: 1, column: 1 }, severity: 'error' }]);
