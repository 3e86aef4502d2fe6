import { createRouter } from '../../src/contract/router.ts';
import type { Contract } from '../../src/contract/types.ts';
import { withoutEnd } from '../http/address.ts';
import type { Settings, Site } from '../types.ts';

/**
 * Where each contract stands: below `/{id}`, and at the root unless a base path was asked for. With `basePath: 'servers'`
 * below the paths of its documented server URLs instead of the root.
 */
export function createSites(contracts: readonly Contract[], { basePath }: Settings): readonly Site[] {
  return contracts.map((contract) => {
    const bases =
      basePath === undefined ? [] : basePath === 'servers' ? serverPaths(contract) : [withoutEnd(basePath)];
    const atRoot = basePath === undefined || bases.includes('');
    const prefixes = [`/${contract.id}`, ...bases].filter((prefix) => prefix !== '');
    return {
      contract,
      route: createRouter(contract),
      prefixes: [...new Set(prefixes)].sort((one, other) => other.length - one.length),
      atRoot,
    };
  });
}

/** What stands before a contract's paths for people to read: nothing for a contract alone at its root, else its own name. */
export function shownPrefix({ contract, prefixes, atRoot }: Site, sites: readonly Site[]): string {
  const own = `/${contract.id}`;
  if (sites.length > 1) return own;
  return atRoot ? '' : (prefixes.find((prefix) => prefix !== own) ?? own);
}

/** The paths of the server URLs, without a slash at the end: `https://api.example.com/v1/` → `/v1`. */
export function serverPaths({ servers }: Contract): string[] {
  const paths = servers.map((url) => withoutEnd(URL.parse(url, 'http://localhost')?.pathname ?? ''));
  return paths.length > 0 ? [...new Set(paths)] : [''];
}

/** The path below a prefix, undefined when it does not stand below it. */
export function below(prefix: string, path: string): string | undefined {
  if (!path.startsWith(prefix)) return undefined;
  const rest = path.slice(prefix.length);
  return rest === '' ? '/' : rest.startsWith('/') ? rest : undefined;
}
