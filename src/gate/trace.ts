import { holder } from '../contract/document/member-kinds.ts';
import { objects } from '../contract/document/members.ts';
import { formatPointer, parsePointer, valueAt } from '../contract/document/pointer.ts';
import type { JsonObject } from '../contract/json.ts';
import { type Citation, citations, type NamedDocument } from './trace/sources.ts';

/** Where a contract makes a promise its own. */
export interface Where {
  readonly contract: string;
  readonly pointer: string;
  /** `operationId`, when it stands inside an operation. */
  readonly operation?: string;
  /** `200`, `4XX`, `default`, when it stands inside a response. */
  readonly response?: string;
}

export interface TraceRow {
  /** Statement id (`document:line`, `document:line#part`) or erratum id. */
  readonly id: string;
  /** The statement verbatim, or what an erratum decides. */
  readonly text: string;
  readonly where: readonly Where[];
  /** `checklist/workflowId`. */
  readonly checks: readonly string[];
  /** Why no check can prove it; only an erratum may say so. */
  readonly unchecked?: string;
}

export interface Trace {
  readonly statements: readonly TraceRow[];
  readonly errata: readonly TraceRow[];
  /** Statements that no check proves. */
  readonly uncovered: readonly TraceRow[];
  /** What checks cite and no contract says; a mistyped line, as a rule. */
  readonly unsourced: readonly { readonly id: string; readonly check: string }[];
  /** Checks that cite nothing at all. */
  readonly sourceless: readonly string[];
}

/**
 * Holds the statements of contracts (`x-source`, `x-errata` anywhere in them) against the checks of checklists
 * (`x-source` of workflows). A check proves the statement, part of a line included, that it cites by the same id.
 */
export function traceStatements(
  contracts: readonly NamedDocument[],
  checklists: readonly NamedDocument[],
): Trace {
  const proofs = checklists.flatMap(citedByChecks);
  const proofsById = Map.groupBy(proofs, ({ id }) => id);
  const promises = contracts.flatMap(({ id, document }) =>
    citations(document).map((citation) => ({ ...citation, where: locate(id, document, citation.pointer) })),
  );
  const rows = (kind: Citation['cited']['kind']): TraceRow[] => {
    const ofKind = promises.filter(({ cited }) => cited.kind === kind);
    return [...Map.groupBy(ofKind, ({ cited }) => cited.id)].map(([id, same]) => ({
      id,
      text: same.find(({ cited }) => cited.text !== '')?.cited.text ?? '',
      where: distinct(same.map(({ where }) => where)),
      checks: [...new Set(proofsById.get(id)?.map(({ check }) => check))],
      ...uncheckedIn(same),
    }));
  };
  const statements = rows('statement');
  const known = new Set(promises.map(({ cited }) => cited.id));
  return {
    statements,
    errata: rows('erratum'),
    uncovered: statements.filter(({ checks }) => checks.length === 0),
    unsourced: proofs.filter(({ id }) => !known.has(id)),
    sourceless: checklists.flatMap(withoutSource),
  };
}

function uncheckedIn(same: readonly Citation[]): Pick<TraceRow, 'unchecked'> {
  const reasons = same.flatMap(({ cited }) => (cited.kind === 'erratum' ? (cited.unchecked ?? []) : []));
  return reasons[0] === undefined ? {} : { unchecked: reasons[0] };
}

function withoutSource({ id, document }: NamedDocument): string[] {
  return objects(document.workflows)
    .filter((workflow) => workflow['x-helper'] !== true && citations(workflow).length === 0)
    .map(({ workflowId }) => `${id}/${workflowId}`);
}

function citedByChecks({ id, document }: NamedDocument): { id: string; check: string }[] {
  return objects(document.workflows).flatMap((workflow) =>
    citations(workflow).map(({ cited }) => ({ id: cited.id, check: `${id}/${workflow.workflowId}` })),
  );
}

/** Pieces of a shared file are bundled into every contract that uses it: one place all the same. */
function locate(contract: string, document: JsonObject, pointer: string): Where {
  const steps = parsePointer(pointer);
  const [group, owner, , member, status] = steps;
  if (group === holder && owner !== undefined) {
    return { contract: owner.replace(/\.(ya?ml|json)$/, ''), pointer: formatPointer(steps.slice(2)) };
  }
  if (group !== 'paths' && group !== 'webhooks') return { contract, pointer };
  const operation = valueAt(document, formatPointer([...steps.slice(0, 3), 'operationId']));
  return {
    contract,
    pointer,
    ...(typeof operation === 'string' ? { operation } : {}),
    ...(member === 'responses' && status !== undefined ? { response: status } : {}),
  };
}

function distinct(places: readonly Where[]): Where[] {
  return [...new Map(places.map((place) => [`${place.contract} ${place.pointer}`, place])).values()];
}
