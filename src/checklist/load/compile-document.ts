import type { Problem } from '../../contract/finding.ts';
import type { Json, JsonObject } from '../../contract/json.ts';
import { isObject } from '../../contract/json.ts';
import type { Location } from '../../contract/location.ts';
import { list, object, text } from '../../contract/members.ts';
import { type Engine, type EngineType, loadEngine } from '../criteria/engine.ts';
import type { DocumentScope, Values } from '../expressions/types.ts';
import { didYouMean } from '../suggest.ts';
import type { Checklist, Workflow } from '../types.ts';
import { checklistName } from './checklist-name.ts';
import { compileWorkflow } from './compile-workflow.ts';
import type { Compiler, Report } from './compiler.ts';
import type { ArazzoDocument, Source } from './documents.ts';
import { type Fields, readFields } from './fields.ts';
import { workflowFinder } from './find-workflow.ts';

/** All documents that were read, and the checklists made of them so far. */
export interface Surroundings {
  readonly library: ReadonlyMap<Location, Checklist>;
  readonly documents: ReadonlyMap<Location, ArazzoDocument>;
  /** The query languages loaded so far. */
  readonly engines: Map<EngineType, Engine>;
}

const known = ['arazzo', '$self', 'info', 'sourceDescriptions', 'workflows', 'components'];

export interface CompiledDocument {
  readonly checklist: Checklist;
  readonly reports: readonly Report[];
}

/**
 * Compiles an Arazzo document. Workflows with an error are left out of the checklist.
 * When it turns out to use a query language that is not loaded yet, that is loaded and the document compiled again.
 */
export async function compileDocument(
  document: ArazzoDocument,
  surroundings: Surroundings,
): Promise<CompiledDocument> {
  const wanted = new Set<EngineType>();
  const compiled = compileOnce(document, surroundings, wanted);
  if (wanted.size === 0) return compiled;
  for (const type of wanted) surroundings.engines.set(type, await loadEngine(type));
  return compileDocument(document, surroundings);
}

function compileOnce(
  document: ArazzoDocument,
  surroundings: Surroundings,
  wanted: Set<EngineType>,
): CompiledDocument {
  const reports: Report[] = [];
  const compiler = createCompiler(document, surroundings, { reports, wanted });
  const fields = readFields({ value: document.root, pointer: '' }, 'an Arazzo document', known, compiler);
  if (fields) checkRoot(fields, compiler);
  reportSources(document, surroundings, compiler);
  const workflows = new Map<string, Workflow>();
  const checklist = createChecklist(document, workflows);
  const items = fields?.items('workflows') ?? [];
  const ids = items.flatMap(({ value }) => text(object(value).workflowId) ?? []);
  for (const item of items) {
    const from = reports.length;
    const workflow = compileWorkflow(item, ids, compiler);
    if (!workflow) continue;
    if (workflows.has(workflow.id))
      compiler.report(item.pointer, `the workflow "${workflow.id}" is there twice`);
    const broken = reports.slice(from).some(({ severity }) => severity === 'error');
    if (!broken) workflows.set(workflow.id, { ...workflow, checklist });
  }
  return { checklist, reports };
}

function createCompiler(
  document: ArazzoDocument,
  surroundings: Surroundings,
  { reports, wanted }: { readonly reports: Report[]; readonly wanted: Set<EngineType> },
): Compiler {
  const report = (pointer: string, message: string, severity: Problem['severity'] = 'error') => {
    reports.push({ pointer, message, severity });
  };
  return {
    document: document.root,
    sources: document.sources,
    engine(type) {
      const engine = surroundings.engines.get(type);
      if (!engine) wanted.add(type);
      return engine;
    },
    workflow: workflowFinder(document, surroundings, report),
    report,
    reportSyntax: (pointer, source, { message, at }) =>
      report(pointer, `"${source}": ${message} (character ${at + 1})`),
    use: () => undefined,
  };
}

function checkRoot(fields: Fields, compiler: Compiler): void {
  const version = fields.requiredText('arazzo') ?? '';
  if (!/^1\.[01]\.\d+/.test(version)) {
    compiler.report(fields.at('arazzo'), `Arazzo "${version}" is not known here; 1.0 and 1.1 are`, 'warning');
  }
  const info = readFields(
    { value: fields.raw.info ?? {}, pointer: fields.at('info') },
    '"info"',
    ['title', 'summary', 'description', 'version'],
    compiler,
  );
  info?.requiredText('title');
  info?.requiredText('version');
  checkSources(fields, compiler);
  if (fields.items('workflows').length === 0)
    compiler.report(fields.pointer, 'a checklist needs at least one workflow');
  const components = { value: fields.raw.components ?? {}, pointer: fields.at('components') };
  readFields(
    components,
    '"components"',
    ['inputs', 'parameters', 'successActions', 'failureActions'],
    compiler,
  );
}

function checkSources(fields: Fields, compiler: Compiler): void {
  const items = fields.items('sourceDescriptions');
  if (items.length === 0)
    compiler.report(fields.pointer, 'a checklist needs at least one source description');
  const names = new Set<string>();
  for (const item of items) {
    const source = readFields(item, 'a source description', ['name', 'url', 'type'], compiler);
    const name = source?.requiredText('name');
    source?.requiredText('url');
    const type = source?.text('type');
    if (type !== undefined && type !== 'openapi' && type !== 'arazzo') {
      const message =
        type === 'asyncapi'
          ? 'AsyncAPI sources are not run here'
          : `unknown type "${type}"${didYouMean(type, ['openapi', 'arazzo'])}`;
      compiler.report(source?.at('type') ?? item.pointer, message);
    }
    if (name !== undefined && names.has(name))
      compiler.report(item.pointer, `the source description "${name}" is there twice`);
    if (name !== undefined) names.add(name);
  }
}

/** A contract or checklist that could not be loaded, with the errors that kept it from loading. */
function reportSources({ sources }: ArazzoDocument, { documents }: Surroundings, compiler: Compiler): void {
  for (const source of sources.values()) {
    if (source.kind === 'arazzo') {
      if (!documents.has(source.location))
        compiler.report(source.pointer, `the checklist "${source.name}" could not be loaded`);
    } else if (!source.loaded.contract) {
      const reasons = source.loaded.problems
        .filter(({ severity }) => severity === 'error')
        .map(({ message }) => message);
      compiler.report(
        source.pointer,
        `the contract "${source.name}" could not be loaded: ${reasons.join('; ')}`,
      );
    }
  }
}

function createChecklist(document: ArazzoDocument, workflows: ReadonlyMap<string, Workflow>): Checklist {
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
  const sources = list(root.sourceDescriptions).filter((source): source is JsonObject => isObject(source));
  const parameters = Object.entries(object(object(root.components).parameters));
  return {
    self: text(root.$self) ?? file,
    sources: new Map(sources.map((source) => [String(source.name), source])),
    parameters: Object.fromEntries(
      parameters.map(([name, parameter]) => [name, valueIn(parameter)]),
    ) satisfies Values,
  };
}

function valueIn(parameter: Json): Json {
  return object(parameter).value ?? null;
}
