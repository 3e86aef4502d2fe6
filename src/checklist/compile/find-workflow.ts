import { list, object, text } from '../../contract/document/members.ts';
import type { ArazzoDocument } from '../load/documents.ts';
import { didYouMean } from '../suggest.ts';
import type { Checklist, WorkflowReference } from '../types.ts';
import type { Compiler, Surroundings } from './compiler.ts';

/**
 * Finds workflows as one document names them: by id within it, by `$sourceDescriptions.<name>.<workflowId>` in another
 * checklist (Arazzo 1.0.1 "Step Object", workflowId). Whether the id exists is checked at once; the workflow
 * itself is looked up when it is needed, because documents may refer to each other.
 */
export function workflowFinder(
  document: ArazzoDocument,
  { library, documents }: Surroundings,
  report: Compiler['report'],
): Compiler['workflow'] {
  return (reference, pointer) => {
    const target = targetOf(reference, document, documents);
    if ('failure' in target) {
      report(pointer, target.failure);
      return undefined;
    }
    const { file, workflowId } = target;
    const ids = idsOf(documents.get(file));
    if (!ids.includes(workflowId)) {
      report(pointer, `there is no workflow "${workflowId}" in ${file}${didYouMean(workflowId, ids)}`);
      return undefined;
    }
    return createReference(file, workflowId, library);
  };
}

function createReference(
  file: string,
  workflowId: string,
  library: ReadonlyMap<string, Checklist>,
): WorkflowReference {
  return {
    key: `${file}#${workflowId}`,
    workflowId,
    find: () => library.get(file)?.workflows.get(workflowId),
  };
}

type Target = { readonly file: string; readonly workflowId: string } | { readonly failure: string };

function targetOf(
  reference: string,
  { file, sources }: ArazzoDocument,
  documents: Surroundings['documents'],
): Target {
  const [all, name = '', workflowId = ''] = /^\$sourceDescriptions\.([^.]+)\.(.+)$/s.exec(reference) ?? [];
  if (all === undefined) return { file, workflowId: reference };
  const source = sources.get(name);
  if (!source)
    return { failure: `there is no source description "${name}"${didYouMean(name, sources.keys())}` };
  if (source.kind !== 'arazzo')
    return { failure: `"${name}" is no checklist, it has operations and no workflows` };
  if (!documents.has(source.location)) return { failure: `the checklist "${name}" could not be loaded` };
  return { file: source.location, workflowId };
}

function idsOf(document: ArazzoDocument | undefined): string[] {
  return list(document?.root.workflows).flatMap((workflow) => text(object(workflow).workflowId) ?? []);
}
