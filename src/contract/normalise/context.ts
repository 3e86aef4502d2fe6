import type { Resolver } from '../document/resolve.ts';
import type { NormaliseSchema } from './schema.ts';

/** What reading any part of a document needs. */
export interface Context {
  readonly resolver: Resolver;
  readonly schema: NormaliseSchema;
}
