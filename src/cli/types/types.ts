import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadContract } from '../../contract/load.ts';
import { isUrl } from '../../contract/source/location.ts';
import { messageOf } from '../../node/message-of.ts';
import type { TypesFlags } from '../commands/types.ts';
import { loadConfig } from '../config/load.ts';
import { CommandFailure, type Context, type ExitCode } from '../context.ts';
import { beginning, findDocuments } from '../documents.ts';

interface Generated {
  readonly path: string;
  readonly text: string;
}

/** `sverka types`: writes what is stale; with `--check` only tells, by exit code 1. */
export async function types(
  named: readonly string[],
  flags: TypesFlags,
  context: Context,
): Promise<ExitCode> {
  const config = await loadConfig(context.cwd, flags.config);
  const files = await findDocuments('contracts', named, config, context.cwd);
  if (files.length === 0) throw new CommandFailure(`there are no contracts in ${config.base}`, beginning);
  const folder = resolve(context.cwd, flags.out);
  const generated: Generated[] = [];
  for (const file of files) {
    const name = basename(file).replace(/\.(ya?ml|json)$/, '');
    generated.push({ path: join(folder, `${name}.ts`), text: await typesOf(file) });
  }
  if (flags.unified)
    generated.push({ path: resolve(context.cwd, flags.unified), text: await unifiedDocument(files) });
  const stale = await onlyStale(generated);
  for (const { path, text } of stale) {
    context.stdout.write(`${flags.check ? 'stale' : 'wrote'}: ${relative(context.cwd, path)}\n`);
    if (!flags.check) await write(path, text);
  }
  if (stale.length === 0) context.stdout.write(`${generated.length} files are up to date\n`);
  return flags.check && stale.length > 0 ? 1 : 0;
}

async function typesOf(file: string): Promise<string> {
  const { astToString, COMMENT_HEADER, default: openapiTS } = await import('openapi-typescript');
  try {
    const ast = await openapiTS(isUrl(file) ? new URL(file) : pathToFileURL(file), {
      silent: true,
      // Who sends a request may leave out what has a default.
      defaultNonNullable: false,
    });
    return `${COMMENT_HEADER}${astToString(ast)}`;
  } catch (error) {
    const reason = messageOf(error);
    throw new CommandFailure(
      `no types can be made of ${file}: ${reason}`,
      `See what is wrong: sverka lint ${file}`,
    );
  }
}

/** Of what is promised to clients: the control API of test servers is none of it. */
async function unifiedDocument(files: readonly string[]): Promise<string> {
  const [{ unify }, { printUnified }] = await Promise.all([
    import('../../contract/unify.ts'),
    import('../../contract/unify/print.ts'),
  ]);
  const loaded = await Promise.all(files.map((file) => loadContract(file)));
  return printUnified(
    unify(loaded.flatMap(({ contract }) => contract ?? []).filter(({ id }) => id !== 'control')),
  );
}

async function onlyStale(generated: readonly Generated[]): Promise<readonly Generated[]> {
  const current = await Promise.all(
    generated.map(({ path }) => readFile(path, 'utf8').catch(() => undefined)),
  );
  return generated.filter(({ text }, index) => current[index] !== text);
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
