import { formatProblem } from '../../contract/finding.ts';
import type { Location } from '../../contract/source/location.ts';
import type { ArazzoDocument } from '../load/documents.ts';
import { didYouMean } from '../suggest.ts';
import type { Compiler } from './compiler.ts';
import { type Fields, readFields } from './fields.ts';

/** Checks the fields of an Arazzo document beside its workflows. */
export function checkRoot(fields: Fields, compiler: Compiler): void {
  const version = fields.requiredText('arazzo') ?? '';
  if (!/^1\.[01]\.\d+/.test(version)) {
    const later = /^1\.\d/.test(version);
    const message = `Arazzo "${version}" is not known here; 1.0 and 1.1 are`;
    compiler.report(fields.at('arazzo'), message, later ? 'warning' : 'error');
  }
  const info = readFields(
    { value: fields.raw.info ?? {}, pointer: fields.at('info') },
    '"info"',
    ['title', 'summary', 'description', 'version'],
    compiler,
  );
  info?.requiredText('title');
  info?.requiredText('version');
  checkSourceFields(fields, compiler);
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

const sourceTypes = ['openapi', 'arazzo', 'asyncapi'];

function checkSourceFields(fields: Fields, compiler: Compiler): void {
  const items = fields.items('sourceDescriptions');
  if (items.length === 0)
    compiler.report(fields.pointer, 'a checklist needs at least one source description');
  const names = new Set<string>();
  for (const item of items) {
    const source = readFields(item, 'a source description', ['name', 'url', 'type'], compiler);
    const name = source?.requiredText('name');
    source?.requiredText('url');
    const type = source?.text('type');
    if (type !== undefined && !sourceTypes.includes(type)) {
      const message = `unknown type "${type}"${didYouMean(type, sourceTypes)}`;
      compiler.report(source?.at('type') ?? item.pointer, message);
    }
    if (name !== undefined && names.has(name))
      compiler.report(item.pointer, `the source description "${name}" is there twice`);
    if (name !== undefined) names.add(name);
  }
}

/** Reports contracts and checklists that could not be loaded, with the errors that kept them from loading. */
export function checkSources(
  { sources }: ArazzoDocument,
  documents: ReadonlyMap<Location, ArazzoDocument>,
  compiler: Compiler,
): void {
  for (const source of sources.values()) {
    if (source.kind === 'arazzo') {
      if (!documents.has(source.location))
        compiler.report(source.pointer, `the checklist "${source.name}" could not be loaded`);
    } else if (source.kind === 'openapi' && !source.loaded.contract) {
      const reasons = source.loaded.problems
        .filter(({ severity }) => severity === 'error')
        .map(formatProblem);
      compiler.report(
        source.pointer,
        `the contract "${source.name}" could not be loaded: ${reasons.join('; ')}`,
      );
    }
  }
}
