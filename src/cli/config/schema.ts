import * as z from 'zod';

const oneOrMany = z.union([z.string(), z.array(z.string())], 'expected a file or glob, or a list of them');

/** One URL for everything, one per contract id, or the word `documented`. */
const target = z.union(
  [z.string(), z.record(z.string(), z.string())],
  'expected a base URL, one URL per contract id, or "documented"',
);

/** What `sverka.config.yaml` may say. Every member is optional: the defaults fit a repository laid out like this one. */
export const configSchema = z
  .strictObject({
    contracts: oneOrMany.optional().describe('OpenAPI documents: files or globs, relative to this file'),
    checklists: oneOrMany.optional().describe('Arazzo documents: files or globs, relative to this file'),
    check: z
      .strictObject({
        target: target.optional().describe('Base URL, one URL per contract id, or "documented"'),
        logs: z.array(z.string()).optional().describe('Log files of the target (files, folders or globs)'),
        logsCommand: z.string().optional().describe('Command whose output is the log: docker logs -f api'),
        logsUrl: z.url().optional().describe('URL that answers the log as text'),
        jobs: z.int().min(1).max(256).optional().describe('Checks at a time'),
        out: z.string().optional().describe('Folder for the reports'),
        reports: z
          .array(z.string())
          .optional()
          .describe('Reports to write: json, html, markdown, junit, har, github'),
        lang: z.enum(['en', 'ru']).optional().describe('Language of the HTML and Markdown reports'),
        inputs: z.record(z.string(), z.unknown()).optional().describe('Inputs of the checklists'),
      })
      .optional()
      .describe('Defaults of `sverka check`'),
    mock: z
      .strictObject({
        port: z.int().min(0).max(65_535).optional(),
        host: z.string().optional(),
      })
      .optional()
      .describe('Defaults of `sverka mock`'),
    gate: z
      .strictObject({
        base: z.string().optional().describe('Revision that contracts are compared with: origin/main'),
        failOn: z
          .enum(['error', 'warning', 'info'])
          .optional()
          .describe('Level of a change that fails the gate (default: error)'),
        levels: z
          .record(z.string(), z.enum(['error', 'warning', 'info']))
          .optional()
          .describe('Levels of rules of `sverka diff`, by rule id'),
        notice: z
          .int()
          .min(0)
          .optional()
          .describe('Days that clients are promised between deprecation and `x-sunset`'),
        skip: z
          .array(z.enum(['lint', 'diff', 'checks', 'coverage', 'parity', 'trace']))
          .optional()
          .describe('Parts that are left out'),
        waivers: z.string().optional().describe('File of waivers (default: sverka.waivers.yaml)'),
      })
      .optional()
      .describe('Defaults of `sverka gate`'),
  })
  .describe('Configuration of Sverka');

export type Config = z.infer<typeof configSchema>;
