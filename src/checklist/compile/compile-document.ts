import { object, text } from '../../contract/document/members.ts';
import type { Problem } from '../../contract/finding.ts';
import type { ArazzoDocument } from '../load/documents.ts';
import type { Report } from '../load/place-reports.ts';
import type { EngineType } from '../queries/engine.ts';
import { loadEngine } from '../queries/load-engine.ts';
import type { Checklist, Workflow } from '../types.ts';
import { checkRoot, checkSources } from './check-root.ts';
import { compileWorkflow } from './compile-workflow.ts';
import type { Compiler, Surroundings } from './compiler.ts';
import { createChecklist } from './create-checklist.ts';
import { readFields } from './fields.ts';
import { workflowFinder } from './find-workflow.ts';

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
  checkSources(document, surroundings.documents, compiler);
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
