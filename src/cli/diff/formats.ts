import type { Format } from './report.ts';

/** Formats of `diff`, loaded one at a time. */
export const formats: ReadonlyMap<string, () => Promise<Format>> = new Map([
  ['text', async () => (await import('./formats/text.ts')).text],
  ['json', async () => (await import('./formats/json.ts')).json],
  ['markdown', async () => (await import('./formats/markdown.ts')).markdown],
  ['github', async () => (await import('./formats/github.ts')).github],
  ['gitlab', async () => (await import('./formats/gitlab.ts')).gitlab],
  ['junit', async () => (await import('./formats/junit.ts')).junit],
]);
