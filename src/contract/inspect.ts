import { setImmediate } from 'node:timers/promises';
import { scan } from './bundle/scan.ts';
import type { Complaint } from './document/complaint.ts';
import { createResolver } from './document/resolve.ts';
import type { Problem } from './finding.ts';
import { originalOf } from './model/contract.ts';
import { hasOlderDraft } from './normalise/older-draft.ts';
import { repeatedJsonKeys } from './problems/check-repeated-keys.ts';
import { checkSchema } from './problems/check-schema.ts';
import { createReporter } from './problems/cursor.ts';
import { placeInFiles } from './problems/place-complaints.ts';
import { schemaPlaces } from './problems/walk-schemas.ts';
import type { Contract } from './types.ts';

/**
 * What loading leaves out because it takes a walk of the whole tree: schemas that are none, patterns that do not compile,
 * references that lead nowhere, examples that do not fit their schema, keys that stand twice in JSON. For `lint`,
 * `--strict`, and a server that has already started. Together with the problems of loading it is all there is; nothing is
 * told twice. The files are read again for their lines.
 */
export async function inspect(contract: Contract): Promise<readonly Problem[]> {
  const original = originalOf(contract);
  if (!original || contract.format === 'postman') return [];
  const { document, told } = original;
  const report = createReporter(createResolver(document), contract.origin);
  const version = { format: contract.format, hasOlderDraft: hasOlderDraft(document) };
  const pause = createPauses();
  for (const schema of schemaPlaces({ value: document, pointer: '' })) {
    checkSchema(schema, version, report);
    await pause();
  }
  for (const { holder, member, pointer, quiet } of scan(contract.source, document).references) {
    if (!quiet && member === '$ref') report.follow({ value: holder, pointer });
  }
  const { checkExamples } = await import('./problems/check-examples.ts');
  await checkExamples(contract, report, pause);
  const known = new Set(told.map(keyOf));
  const placed = await placeInFiles(report.complaints().filter((complaint) => !known.has(keyOf(complaint))));
  return [...(await repeatedJsonKeys(contract.files)), ...placed];
}

/** Milliseconds of work after which a server that is looked through answers who waits. */
const turn = 10;

/** A pause that is one only where the last was a while ago. */
function createPauses(): () => Promise<void> | undefined {
  let since = performance.now();
  return () =>
    performance.now() - since < turn
      ? undefined
      : setImmediate().then(() => {
          since = performance.now();
        });
}

const keyOf = ({ file, pointer, message }: Complaint): string => `${file}#${pointer} ${message}`;
