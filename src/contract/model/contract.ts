import type { Bundle } from '../bundle/bundle.ts';
import type { Complaint } from '../document/complaint.ts';
import { holder } from '../document/member-kinds.ts';
import { object, text } from '../document/members.ts';
import { formatPointer, parsePointer } from '../document/pointer.ts';
import type { JsonObject } from '../json.ts';
import { lazy } from '../memo.ts';
import type { Context } from '../normalise/context.ts';
import { normaliseDocument } from '../normalise/document.ts';
import { keepSchema } from '../normalise/schema.ts';
import type { Location } from '../source/location.ts';
import type { Contract } from '../types.ts';
import { listOperations } from './operations.ts';
import { readServers } from './servers.ts';

export interface ContractParts {
  readonly id: string;
  readonly format: string;
  readonly bundle: Bundle;
  /** The bundled document in OpenAPI 3 shape; its schemas are still as the format writes them. */
  readonly document: JsonObject;
  readonly context: Context;
  /** What is wrong with it, as far as it is known. */
  readonly told: readonly Complaint[];
}

/** Puts a contract together. Cheap: what costs is computed when first asked for. */
export function createContract({ id, format, bundle, document, context, told }: ContractParts): Contract {
  const source = bundle.files[0].location;
  const info = object(document.info);
  const places = { root: source, holders: bundle.holders };
  const operations = listOperations(document, 'paths', format, source, context);
  const byId = lazy(() => new Map(operations.map((operation) => [operation.id, operation])));
  const webhooks = lazy(() => listOperations(document, 'webhooks', format, source, context));
  const normalised = lazy(() =>
    context.schema === keepSchema ? document : normaliseDocument(document, context.schema),
  );
  const contract: Contract = {
    id,
    source,
    files: bundle.files.map(({ location }) => location),
    title: text(info.title) ?? '',
    version: text(info.version) ?? '',
    format,
    servers: readServers(document.servers, source),
    operations,
    get document() {
      return normalised();
    },
    get webhooks() {
      return webhooks();
    },
    operation: (wanted) => byId().get(wanted),
    schemaAt: (reference) => context.schema(context.resolver.at(reference)),
    origin: (pointer) => origin(pointer, places),
  };
  originals.set(contract, { document: bundle.document, told });
  return contract;
}

/** What a contract was made from: people mend what they wrote, so this is what `inspect` judges. */
export interface Original {
  /** The bundled document as its format writes it. */
  readonly document: JsonObject;
  /** What loading has told already. */
  readonly told: readonly Complaint[];
}

const originals = new WeakMap<Contract, Original>();

export const originalOf = (contract: Contract): Original | undefined => originals.get(contract);

/** `/x-bundled/common.yaml/components` → `/components` in `common.yaml`. */
export function origin(
  pointer: string,
  { root, holders }: { readonly root: Location; readonly holders: ReadonlyMap<string, Location> },
): { readonly file: string; readonly pointer: string } {
  const [first, key, ...rest] = parsePointer(pointer);
  const file = first === holder && key !== undefined ? holders.get(key) : undefined;
  return file === undefined ? { file: root, pointer } : { file, pointer: formatPointer(rest) };
}
