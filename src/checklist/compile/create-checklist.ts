import { object, objects, text } from '../../contract/document/members.ts';
import type { Json } from '../../contract/json.ts';
import type { Location } from '../../contract/source/location.ts';
import { checklistName } from '../checklist-name.ts';
import type { DocumentScope, Values } from '../expressions/types.ts';
import type { ArazzoDocument, Source } from '../load/documents.ts';
import type { Checklist, Workflow } from '../types.ts';

/** A checklist of a document; its workflows are filled in as they are compiled. */
export function createChecklist(
  document: ArazzoDocument,
  workflows: ReadonlyMap<string, Workflow>,
): Checklist {
  const sources = [...document.sources.values()];
  const contracts = sources.flatMap((source) => contractEntry(source));
  return {
    name: checklistName(document.file),
    file: document.file,
    files: [document.file, ...contracts.flatMap(([, { files }]) => files), ...locations(sources, 'arazzo')],
    title: text(object(document.root.info).title) ?? '',
    scope: createScope(document),
    workflows,
    contracts: new Map(contracts),
  };
}

function contractEntry(source: Source) {
  const contract = source.kind === 'openapi' ? source.loaded.contract : undefined;
  return contract ? [[source.name, contract] as const] : [];
}

function locations(sources: readonly Source[], kind: Source['kind']): Location[] {
  return sources.filter((source) => source.kind === kind).map(({ location }) => location);
}

function createScope({ root, file }: ArazzoDocument): DocumentScope {
  const parameters = Object.entries(object(object(root.components).parameters));
  return {
    self: text(root.$self) ?? file,
    sources: new Map(objects(root.sourceDescriptions).map((source) => [String(source.name), source])),
    parameters: Object.fromEntries(
      parameters.map(([name, parameter]) => [name, valueIn(parameter)]),
    ) satisfies Values,
  };
}

function valueIn(parameter: Json): Json {
  return object(parameter).value ?? null;
}
