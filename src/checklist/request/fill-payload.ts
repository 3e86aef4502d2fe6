import { saysJson } from '../../contract/document/media-types.ts';
import type { Json } from '../../contract/json.ts';
import { messageOf } from '../../node/message-of.ts';
import type { Scope } from '../expressions/types.ts';
import type { Body } from '../types.ts';
import { serialiseBody } from './serialise-body.ts';
import type { Serialised } from './serialised.ts';

/** A body ready to send, and the value expressions see as `$request.body`; or why it could not be made. */
export type Filled = { readonly value: Json; readonly serialised: Serialised } | { readonly failure: string };

/** Fills in a payload's expressions, sets its replacements and writes it. */
export function fillPayload(body: Body, scope: Scope, missing: string[]): Filled | undefined {
  const payload = body.payload?.(scope, missing);
  if (payload === undefined && body.replacements.length === 0) return undefined;
  if (body.replacements.length === 0) return finish(payload ?? null, body);
  return replace(payload ?? {}, body, scope, missing);
}

/** A JSON template is parsed first, so that replacements find their places in it. */
function replace(payload: Json, body: Body, scope: Scope, missing: string[]): Filled {
  const parsed = typeof payload === 'string' && body.verbatim && saysJson(body.contentType);
  try {
    let value: Json = parsed ? JSON.parse(payload) : payload;
    for (const { target, engine, fill } of body.replacements) {
      value = named(target, () => engine.replace(target, value, fill(scope, missing) ?? null));
    }
    return finish(value, { ...body, verbatim: body.verbatim && !parsed });
  } catch (error) {
    return { failure: `the request body could not be made: ${messageOf(error)}` };
  }
}

/** A mistake is told with the replacement it was made in. */
function named(target: string, run: () => Json): Json {
  try {
    return run();
  } catch (error) {
    throw new Error(`replacement "${target}": ${messageOf(error)}`);
  }
}

function finish(payload: Json, body: Body): Filled {
  const serialised = serialiseBody(payload, body);
  return { value: parsedView(payload, body), serialised };
}

/** A JSON text is seen parsed, as a response of that type would be. */
function parsedView(payload: Json, { contentType, verbatim }: Body): Json {
  if (typeof payload !== 'string' || !verbatim || !saysJson(contentType)) return payload;
  try {
    return JSON.parse(payload);
  } catch {
    return payload;
  }
}
