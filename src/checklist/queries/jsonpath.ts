import { JSONPathEnvironment } from 'json-p3';
import { isObject, type Json } from '../../contract/json.ts';
import { messageOf } from '../../node/message-of.ts';
import type { Engine } from './engine.ts';
import { setAt } from './set-at.ts';

const environment = new JSONPathEnvironment();

/** JSONPath as RFC 9535 defines it: a query holds when it selects at least one node. */
export const jsonpathEngine: Engine = {
  mistake(query) {
    try {
      environment.compile(query);
      return undefined;
    } catch (error) {
      return messageOf(error);
    }
  },
  test: (query, context) => environment.match(query, context) !== undefined,
  /** An example of the specification itself, `$[?count(@.pets) > 0]`, selects nothing from `{"pets": […]}` by RFC 9535. */
  hint: (query, context) =>
    /^\$\[\?/.test(query) && isObject(context)
      ? 'a filter behind $ looks at the members of the root, not at the root itself'
      : undefined,
  select(query, context) {
    const nodes = environment.query(query, context).nodes.map(({ value }) => toJson(value));
    return nodes.length > 1 ? nodes : nodes[0];
  },
  replace(target, context, value) {
    const places = environment.query(target, context).locations();
    if (places.length === 0) throw new Error('the query selects nothing');
    return places.reduce((root, place) => setAt(root, place, value), context);
  },
};

/** json-p3 types a value as `unknown`; what it selects is part of a JSON value, so this only narrows. */
function toJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(value));
}
