import { createResolver, type Resolver } from '../document/resolve.ts';
import type { JsonObject } from '../json.ts';
import type { Context } from './context.ts';
import { keepSchema, type NormaliseSchema, schemaNormaliser } from './schema.ts';

/** A document in OpenAPI 3 shape, and how to read its references and schemas. */
export interface Modern {
  readonly document: JsonObject;
  readonly context: Context;
}

/** Gives any supported format the shape of 3.1. Converters of older formats are loaded only for them. */
export async function modernise(document: JsonObject, format: string, original: Resolver): Promise<Modern> {
  if (format === '2.0') {
    const { convertSwagger2, swaggerReference } = await import('./swagger-2/document.ts');
    const converted = convertSwagger2(document, original);
    // A reference into the old shape, like `#/parameters/Id/items`, is found there.
    const resolver = createResolver(converted, document);
    return { document: converted, context: { resolver, schema: schemaNormaliser(swaggerReference) } };
  }
  if (format === 'postman') {
    const { convertCollection } = await import('./postman/collection.ts');
    const converted = convertCollection(document);
    return { document: converted, context: { resolver: createResolver(converted), schema: keepSchema } };
  }
  return { document, context: { resolver: original, schema: await normaliserFor(document, format) } };
}

async function normaliserFor(document: JsonObject, format: string): Promise<NormaliseSchema> {
  if (format.startsWith('3.0')) return schemaNormaliser((reference) => reference);
  if (document.jsonSchemaDialect === undefined) return keepSchema;
  const { hasOlderDraft, olderDraftNormaliser } = await import('./older-draft.ts');
  return hasOlderDraft(document) ? olderDraftNormaliser() : keepSchema;
}
