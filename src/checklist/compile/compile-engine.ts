import { object, text } from '../../contract/document/members.ts';
import type { Json } from '../../contract/json.ts';
import { type Engine, engineVersions, isEngineType } from '../queries/engine.ts';
import type { Compiler } from './compiler.ts';

/** The query language that a `type` field names, as a word or as an Expression Type Object. Reports mistakes. */
export function compileEngine(raw: Json, pointer: string, compiler: Compiler): Engine | undefined {
  const type = typeof raw === 'string' ? raw : text(object(raw).type);
  const version = text(object(raw).version);
  if (type === undefined || !isEngineType(type)) {
    const known = ['simple', 'regex', ...Object.keys(engineVersions)].join(', ');
    compiler.report(pointer, `unknown type ${JSON.stringify(type ?? raw)}; known are ${known}`);
    return undefined;
  }
  if (version !== undefined && !engineVersions[type].includes(version)) {
    compiler.report(
      pointer,
      `unknown version "${version}" of ${type}; known are ${engineVersions[type].join(', ')}`,
    );
  }
  return compiler.engine(type);
}
