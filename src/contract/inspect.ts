import { scan } from './bundle/scan.ts';
import { originalOf } from './contract.ts';
import type { Problem } from './finding.ts';
import { repeatedJsonKeys } from './problems/check-repeated-keys.ts';
import { checkSchema } from './problems/check-schema.ts';
import type { Complaint } from './problems/complaint.ts';
import { createReporter } from './problems/cursor.ts';
import { placeInFiles } from './problems/place-complaints.ts';
import { schemaPlaces } from './problems/walk-schemas.ts';
import { createResolver } from './resolve.ts';
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
  for (const schema of schemaPlaces({ value: document, pointer: '' })) {
    checkSchema(schema, contract.format, report);
  }
  for (const { holder, member, pointer, quiet } of scan(contract.source, document).references) {
    if (!quiet && member === '$ref') report.follow({ value: holder, pointer });
  }
  const { checkExamples } = await import('./problems/check-examples.ts');
  checkExamples(contract, report);
  const known = new Set(told.map(keyOf));
  const placed = await placeInFiles(report.complaints().filter((complaint) => !known.has(keyOf(complaint))));
  return [...(await repeatedJsonKeys(contract.files)), ...placed];
}

const keyOf = ({ file, pointer, message }: Complaint): string => `${file}#${pointer} ${message}`;
