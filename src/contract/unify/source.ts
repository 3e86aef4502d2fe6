import type { JsonObject } from '../json.ts';
import type { Contract } from '../types.ts';

/** What unifying needs of a contract; its document refers to itself only. */
export type Source = Pick<Contract, 'id' | 'document'>;

/** The components of the document that is being put together. */
export interface Components {
  /** The steps at which what a pointer of a contract names stands from now on; undefined for what is no component. */
  place(source: Source, pointer: string): readonly string[] | undefined;
  /** Everything that was placed: `components`, and `x-bundled` for whole files. */
  collected(): JsonObject;
}

/** A path of a contract in the common document. */
export function prefixed(id: string, path: string): string {
  return path === '/' ? `/${id}` : `/${id}${path}`;
}
