import type { NormaliseSchema } from './normalise/schema.ts';
import type { Resolver } from './resolve.ts';

/** What reading any part of a document needs. */
export interface Context {
  readonly resolver: Resolver;
  readonly schema: NormaliseSchema;
}
