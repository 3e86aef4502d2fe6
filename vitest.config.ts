import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Real servers, databases and browsers start inside tests: generous limits, no timing assertions.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'threads',
    // The default leaves a core to somebody else: on two cores, half the machine.
    maxWorkers: '100%',
  },
});
