import { startSubject, type Target } from './target.ts';

/** The mock with the implementation behind it: what `sverka mock` is without further words. */
export const mock: Target = {
  name: 'mock',
  start: () =>
    startSubject({
      argv: (folder) => ['mock', '--port', '0', '--verboseLevel', 'error', '--no-watch', '--logs', folder],
      logs: true,
    }),
};

/** The mock as it is for anybody's documents: it knows nothing but them. */
export const mockOfDocuments: Target = {
  name: 'mock of the documents alone',
  start: () =>
    startSubject({
      argv: () => ['mock', '--port', '0', '--verboseLevel', 'error', '--no-watch', '--no-implementation'],
      logs: false,
    }),
};
