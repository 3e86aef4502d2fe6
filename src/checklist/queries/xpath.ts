// A CommonJS module whose names Node.js cannot see: the default import is all of it.
import fontoxpath from 'fontoxpath';
import { Attr, Document, type Node, parseXmlDocument, serializeToWellFormedString } from 'slimdom';
import type { Json } from '../../contract/json.ts';
import { messageOf } from '../../node/message-of.ts';
import { toText } from '../expressions/text.ts';
import type { Engine } from './engine.ts';

const { evaluateXPath, evaluateXPathToBoolean, evaluateXPathToNodes, evaluateXPathToStrings, parseScript } =
  fontoxpath;

/** XPath 3.1; a result counts as true by its effective boolean value (XPath 3.1 section 2.4.3). */
export const xpathEngine: Engine = {
  mistake(query) {
    try {
      parseScript(query, { language: evaluateXPath.XPATH_3_1_LANGUAGE }, new Document());
      return undefined;
    } catch (error) {
      return firstLine(error);
    }
  },
  test: (query, context) => guard(() => evaluateXPathToBoolean(query, tree(context))),
  select(query, context) {
    const strings = guard(() => evaluateXPathToStrings(query, tree(context)));
    return strings.length > 1 ? strings : strings[0];
  },
  replace(target, context, value) {
    const document = tree(context);
    const nodes = guard(() => evaluateXPathToNodes<Node>(target, document));
    if (nodes.length === 0) throw new Error('the expression selects nothing');
    for (const node of nodes) write(node, toText(value));
    return serializeToWellFormedString(document);
  },
};

function write(node: Node, text: string): void {
  if (node instanceof Attr) node.value = text;
  else node.textContent = text;
}

function tree(context: Json): Document {
  if (typeof context !== 'string') throw new Error('the context is not an XML text');
  return guard(() => parseXmlDocument(context));
}

/** fontoxpath prints the whole expression below its message; the first line says what is wrong. */
function guard<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw new Error(firstLine(error));
  }
}

function firstLine(error: unknown): string {
  const lines = messageOf(error).split('\n');
  return lines.find((line) => line.startsWith('Error: '))?.slice('Error: '.length) ?? lines[0] ?? '';
}
