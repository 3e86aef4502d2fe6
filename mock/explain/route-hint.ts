import type { MockRequest } from '../exchange.ts';
import { below, serverPaths } from '../routing/sites.ts';
import type { Site } from '../types.ts';

/** As many paths as one line takes. */
const most = 3;

/** What may have been meant by a path that no document has; undefined when nothing comes near. */
export function routeHint({ method, path }: MockRequest, sites: readonly Site[]): string | undefined {
  return hintOfBase(method, path, sites) ?? hintOfLikes(path, sites);
}

/** The whole address that the real server has, base path included, is what frontends are configured with. */
function hintOfBase(method: string, path: string, sites: readonly Site[]): string | undefined {
  for (const site of sites) {
    for (const base of serverPaths(site.contract)) {
      const rest = base === '' ? undefined : below(base, path);
      if (rest === undefined || site.route(method, rest).kind === 'no-path') continue;
      return `the documented servers stand at ${base}: ask for ${rest}, or start the mock with --base-path`;
    }
  }
  return undefined;
}

function hintOfLikes(path: string, sites: readonly Site[]): string | undefined {
  const documented = sites.flatMap(({ contract, prefixes }) =>
    contract.operations.map((operation) => {
      const prefix = prefixes.find((one) => below(one, path) !== undefined) ?? '';
      return prefix + operation.path;
    }),
  );
  const scored = [...new Set(documented)].map((one) => ({ path: one, score: likeness(path, one) }));
  const best = Math.max(...scored.map(({ score }) => score));
  const near = scored.filter(({ score }) => score === best && score > 0).map((one) => one.path);
  if (near.length === 0 || near.length > most) return undefined;
  return `the document has ${near.join(', ')}`;
}

/** How many segments, from the left, look like those of a path template. */
function likeness(path: string, template: string): number {
  const wanted = path.split('/').filter(Boolean);
  const parts = template.split('/').filter(Boolean);
  const unlike = wanted.findIndex((segment, at) => !isLike(segment, parts[at]));
  const alike = unlike < 0 ? wanted.length : unlike;
  // Of paths that begin alike, one of the same length is nearer.
  return alike === 0 ? 0 : alike + (parts.length === wanted.length ? 0.5 : 0);
}

function isLike(segment: string, part: string | undefined): boolean {
  if (part === undefined) return false;
  if (part.includes('{')) return true;
  const [one, other] = [segment.toLowerCase(), part.toLowerCase()];
  return (
    one === other || (one.length > 2 && other.length > 2 && (one.startsWith(other) || other.startsWith(one)))
  );
}
