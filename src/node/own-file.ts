import { fileURLToPath } from 'node:url';

/** This file stands two folders below the data as source, one folder below their copies once it is built into dist/. */
const root = new URL(import.meta.url.endsWith('.ts') ? '../../' : '../', import.meta.url);

/**
 * The absolute path of data that come with this package, wherever the code that asks was bundled into. `path` is relative
 * to the root of the repository, `spec/auth-v1.yaml`; one that ends in a slash is a folder. Whether it exists is not asked.
 */
export function ownFile(path: string): string {
  return fileURLToPath(new URL(path, root));
}
