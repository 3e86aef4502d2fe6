import { fragmentPointer, parsePointer } from '../../contract/document/pointer.ts';
import type { Contract, Operation } from '../../contract/types.ts';
import type { Source } from '../load/documents.ts';
import { didYouMean } from '../suggest.ts';
import type { Compiler } from './compiler.ts';

/** An operation and the source description it is from, whose name is the contract id. */
export interface Found {
  readonly source: string;
  readonly contract: Contract;
  readonly operation: Operation;
}

/**
 * The operation an `operationId` names: plain where only one contract is described, else
 * `$sourceDescriptions.<name>.<operationId>` (Arazzo 1.0.1 "Step Object"). A plain id that exactly one of
 * several contracts has is taken too, with a warning. Reports an id that leads nowhere.
 */
export function findOperation(id: string, pointer: string, compiler: Compiler): Found | undefined {
  const contracts = contractsOf(compiler);
  const qualified = /^\$sourceDescriptions\.([^.]+)\.(.+)$/s.exec(id);
  if (qualified) {
    const [, name = '', operationId = ''] = qualified;
    return inSource(name, pointer, compiler, ({ source, contract }) => {
      const operation = contract.operation(operationId);
      if (operation) return { source, contract, operation };
      compiler.report(
        pointer,
        `${name} has no operation "${operationId}"${suggestion(operationId, [contract])}`,
      );
      return undefined;
    });
  }
  return plain(id, pointer, contracts, compiler);
}

function plain(
  id: string,
  pointer: string,
  contracts: readonly Entry[],
  compiler: Compiler,
): Found | undefined {
  const hits = contracts.flatMap(({ source, contract }) => {
    const operation = contract.operation(id);
    return operation ? [{ source, contract, operation }] : [];
  });
  const [first] = hits;
  if (!first) {
    const hint = suggestion(
      id,
      contracts.map(({ contract }) => contract),
    );
    if (!hasBrokenContract(compiler)) compiler.report(pointer, `there is no operation "${id}"${hint}`);
    return undefined;
  }
  if (contracts.length > 1) {
    const forms = hits.map(({ source }) => `$sourceDescriptions.${source}.${id}`).join(' or ');
    compiler.report(
      pointer,
      `with several source descriptions write ${forms}`,
      hits.length > 1 ? 'error' : 'warning',
    );
  }
  return first;
}

/**
 * The operation an `operationPath` names: `{$sourceDescriptions.<name>.url}#/paths/~1users/get`, also
 * without the braces, as many documents have it. Reports a path that leads nowhere.
 */
export function findOperationByPath(path: string, pointer: string, compiler: Compiler): Found | undefined {
  const parts = /^\{?\$sourceDescriptions\.([^.{}]+)\.url\}?#(\/.*)$/s.exec(path);
  if (!parts) {
    compiler.report(
      pointer,
      `"${path}" has to look like {$sourceDescriptions.<name>.url}#/paths/~1users/get`,
    );
    return undefined;
  }
  const [, name = '', fragment = ''] = parts;
  const wanted = JSON.stringify(parsePointer(fragmentPointer(fragment)));
  return inSource(name, pointer, compiler, ({ source, contract }) => {
    const same = ({ pointer: place }: Operation) => JSON.stringify(parsePointer(place)) === wanted;
    const operation = contract.operations.find(same);
    if (operation) return { source, contract, operation };
    const pointers = contract.operations.map((each) => each.pointer);
    compiler.report(pointer, `${name} has no operation at ${fragment}${didYouMean(fragment, pointers)}`);
    return undefined;
  });
}

interface Entry {
  readonly source: string;
  readonly contract: Contract;
}

function inSource(
  name: string,
  pointer: string,
  compiler: Compiler,
  find: (entry: Entry) => Found | undefined,
): Found | undefined {
  const source = compiler.sources.get(name);
  if (!source) {
    compiler.report(
      pointer,
      `there is no source description "${name}"${didYouMean(name, compiler.sources.keys())}`,
    );
    return undefined;
  }
  if (source.kind === 'arazzo')
    compiler.report(pointer, `"${name}" is a checklist, it has workflows and no operations`);
  if (source.kind !== 'openapi') return undefined;
  const { contract } = source.loaded;
  return contract && find({ source: name, contract });
}

function contractsOf({ sources }: Compiler): Entry[] {
  return [...sources.values()].flatMap((source) => {
    const contract = contractOf(source);
    return contract ? [{ source: source.name, contract }] : [];
  });
}

function contractOf(source: Source): Contract | undefined {
  return source.kind === 'openapi' ? source.loaded.contract : undefined;
}

/** A contract that could not be loaded is reported once; its operations are not reported as unknown as well. */
function hasBrokenContract({ sources }: Compiler): boolean {
  return [...sources.values()].some((source) => source.kind === 'openapi' && !source.loaded.contract);
}

function suggestion(id: string, contracts: readonly Contract[]): string {
  return didYouMean(
    id,
    contracts.flatMap(({ operations }) => operations.map((operation) => operation.id)),
  );
}
