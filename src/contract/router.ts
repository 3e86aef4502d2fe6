import { matchMixed, parseTemplate, type Segment, splitPath } from './parameters/path-template.ts';
import { percentDecoded } from './percent.ts';
import type { Contract, Method, Operation, RouteResult } from './types.ts';

/** Finds the operation of a method and a path. Never throws, whatever the path. */
export type Router = (method: string, path: string) => RouteResult;

interface Endpoint {
  readonly operation: Operation;
  readonly names: readonly string[];
}

/** All templates that end at one place, by method. */
type Leaf = Map<Method, Endpoint>;

interface Branch {
  readonly literals: readonly string[];
  readonly node: Node;
}

interface Node {
  readonly literal: Map<string, Node>;
  readonly mixed: Map<string, Branch>;
  parameter: Node | undefined;
  leaf: Leaf | undefined;
}

interface Candidate {
  readonly leaf: Leaf;
  readonly score: number;
  readonly values: readonly string[];
}

const noPath: RouteResult = { kind: 'no-path' };

/**
 * Builds a router over all operations of a contract.
 *
 * Paths are those below the contract's base, without query, percent-encoded as received. Each literal segment is worth 1, each
 * parameter 0.5, a mix of both 0.75; of the paths that match and know the method the highest sum wins, then the one that is
 * literal further left. Matching is case-sensitive, and `/a` and `/a/` differ. A parameter is never empty.
 */
export function createRouter(contract: Contract): Router {
  const root = emptyNode();
  const literalPaths = new Map<string, Leaf>();
  for (const operation of contract.operations) {
    const segments = parseTemplate(operation.path);
    const leaf = addRoute(root, segments, operation);
    const key = literalKey(segments);
    if (key !== undefined) literalPaths.set(key, leaf);
  }
  return (method, path) => {
    const leaf = literalPaths.get(path);
    const endpoint = leaf?.get(method);
    if (endpoint) return { kind: 'found', operation: endpoint.operation, pathParameters: {} };
    return best(collect(root, path), method);
  };
}

function emptyNode(): Node {
  return { literal: new Map(), mixed: new Map(), parameter: undefined, leaf: undefined };
}

/** The path by which a template without parameters can be looked up at once. */
function literalKey(segments: readonly Segment[]): string | undefined {
  const texts = segments.map((segment) => (segment.kind === 'literal' ? segment.text : undefined));
  if (texts.some((text) => text === undefined || text.includes('/') || text.includes('%'))) return undefined;
  return `/${texts.join('/')}`;
}

function addRoute(root: Node, segments: readonly Segment[], operation: Operation): Leaf {
  const node = segments.reduce(descend, root);
  node.leaf ??= new Map();
  const names = segments.flatMap(namesOf);
  if (!node.leaf.has(operation.method)) node.leaf.set(operation.method, { operation, names });
  return node.leaf;
}

function namesOf(segment: Segment): readonly string[] {
  if (segment.kind === 'literal') return [];
  return segment.kind === 'parameter' ? [segment.name] : segment.names;
}

function descend(node: Node, segment: Segment): Node {
  if (segment.kind === 'parameter') {
    node.parameter ??= emptyNode();
    return node.parameter;
  }
  if (segment.kind === 'mixed') {
    const key = JSON.stringify(segment.literals);
    return getOrAdd(node.mixed, key, () => ({ literals: segment.literals, node: emptyNode() })).node;
  }
  return getOrAdd(node.literal, segment.text, emptyNode);
}

function getOrAdd<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

function collect(root: Node, path: string): Candidate[] {
  const found: Candidate[] = [];
  walk(root, splitPath(path), 0, 0, [], found);
  return found;
}

/** Follows every branch that fits, the most literal first: of equal scores the first found wins. */
function walk(
  node: Node,
  pieces: readonly string[],
  at: number,
  score: number,
  values: readonly string[],
  found: Candidate[],
): void {
  const piece = pieces[at];
  if (piece === undefined) {
    if (node.leaf) found.push({ leaf: node.leaf, score, values });
    return;
  }
  const text = percentDecoded(piece);
  const literal = node.literal.get(text);
  if (literal) walk(literal, pieces, at + 1, score + 1, values, found);
  for (const branch of node.mixed.values()) {
    const matched =
      matchMixed(branch.literals, piece) ?? matchMixed(branch.literals.map(percentDecoded), text);
    if (matched)
      walk(branch.node, pieces, at + 1, score + 0.75, [...values, ...matched.map(percentDecoded)], found);
  }
  if (node.parameter && text !== '')
    walk(node.parameter, pieces, at + 1, score + 0.5, [...values, text], found);
}

function best(candidates: readonly Candidate[], method: string): RouteResult {
  if (candidates.length === 0) return noPath;
  let winner: { candidate: Candidate; endpoint: Endpoint } | undefined;
  for (const candidate of candidates) {
    const endpoint = candidate.leaf.get(method);
    if (endpoint && (!winner || candidate.score > winner.candidate.score)) winner = { candidate, endpoint };
  }
  if (!winner) return { kind: 'no-method', allow: allowedMethods(candidates) };
  const { candidate, endpoint } = winner;
  return {
    kind: 'found',
    operation: endpoint.operation,
    pathParameters: named(endpoint.names, candidate.values),
  };
}

function allowedMethods(candidates: readonly Candidate[]): Method[] {
  return [...new Set(candidates.flatMap((candidate) => [...candidate.leaf.keys()]))];
}

function named(names: readonly string[], values: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name, index) => [name, values[index] ?? '']));
}
