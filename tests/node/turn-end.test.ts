import { expect, it, onTestFinished, vi } from 'vitest';
import { turnEnd } from '../../src/node/turn-end.ts';

it('comes while a test has the clock in its hand', async () => {
  vi.useFakeTimers();
  onTestFinished(() => {
    vi.useRealTimers();
  });
  await expect(turnEnd()).resolves.toBeUndefined();
});
