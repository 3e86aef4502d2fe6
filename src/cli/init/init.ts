import { access, mkdir, writeFile } from 'node:fs/promises';
import { dirname, posix, relative, resolve, sep } from 'node:path';
import { styleText } from 'node:util';
import { formatProblem } from '../../contract/finding.ts';
import { loadContract } from '../../contract/load.ts';
import type { Contract } from '../../contract/types.ts';
import { configFileName } from '../config/load.ts';
import { CommandFailure, type Context, type ExitCode } from '../context.ts';
import { findDocument } from './find-document.ts';
import { type FirstChecklist, firstChecklist } from './first-checklist.ts';
import { checklistText, configText, githubText } from './texts.ts';

export interface InitFlags {
  readonly github?: boolean;
}

const folder = 'checklists';
const usualTarget = 'http://localhost:3000';

/** `sverka init`: writes what is not there yet and says what to do next. */
export async function init(named: string | undefined, flags: InitFlags, context: Context): Promise<ExitCode> {
  const document = named ?? (await findDocument(context.cwd));
  const contract = await readContract(document, context);
  const checklist = await firstChecklist(contract, seenFrom(folder, document, context.cwd));
  const target = contract.servers.find((server) => /^https?:/.test(server)) ?? usualTarget;
  const inPlace = {
    document: seenFrom('.', document, context.cwd),
    checklists: `${folder}/*.arazzo.yaml`,
    target,
  };
  await write(configFileName, configText(inPlace), context);
  await write(`${folder}/${contract.id}.arazzo.yaml`, await checklistText(checklist.document), context);
  if (flags.github) await write('.github/workflows/contract.yml', githubText(checklist.inputs), context);
  tellNext(checklist, target, context);
  return 0;
}

async function readContract(document: string, { cwd, stderr }: Context): Promise<Contract> {
  const source = isUrl(document) ? document : resolve(cwd, document);
  if (source !== document) {
    await access(source).catch(() => {
      throw new CommandFailure(`there is no file ${document}`, 'Name an OpenAPI document by path or URL.');
    });
  }
  const { contract, problems } = await loadContract(source);
  const list = problems.map((problem) => `  ${formatProblem(problem)}`).join('\n');
  if (contract === undefined) throw new CommandFailure(`${document} cannot be used:\n${list}`);
  if (contract.format === 'postman') {
    throw new CommandFailure(
      `${document} is a Postman collection, and checklists speak of OpenAPI operations`,
      'It can be mocked as it is: sverka mock FILE.',
    );
  }
  if (contract.operations.length === 0) throw new CommandFailure(`there is no operation in ${document}`);
  if (problems.length > 0) stderr.write(`${document} has mistakes, which its checks may meet:\n${list}\n`);
  return contract;
}

/** A document as a file in `from` names it: `/` everywhere, also on Windows. */
function seenFrom(from: string, document: string, cwd: string): string {
  if (isUrl(document)) return document;
  const path = relative(resolve(cwd, from), resolve(cwd, document)).split(sep).join(posix.sep);
  return path.startsWith('.') ? path : `./${path}`;
}

const isUrl = (document: string) => /^https?:\/\//.test(document);

async function write(path: string, text: string, { cwd, stdout }: Context): Promise<void> {
  const file = resolve(cwd, path);
  await mkdir(dirname(file), { recursive: true });
  try {
    await writeFile(file, text, { flag: 'wx' });
    stdout.write(`wrote ${path}\n`);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    stdout.write(`kept  ${path}, which was there\n`);
  }
}

function tellNext({ checks, leftOut, inputs }: FirstChecklist, target: string, { stdout }: Context): void {
  const dim = (text: string) => styleText('dim', text, { validateStream: true, stream: stdout });
  const given = inputs.map((name) => ` --input ${name}=…`).join('');
  const next = [
    ['npx sverka check --dry-run', 'what would be sent'],
    ['npx sverka mock', 'let a mock answer'],
    [`npx sverka check${given}`, `hold ${target} against it`],
  ] as const;
  const width = Math.max(...next.map(([command]) => command.length));
  stdout.write(`${checks} ${checks === 1 ? 'check' : 'checks'}\n`);
  if (leftOut.length > 0) stdout.write(`left out, no success documented: ${leftOut.join(', ')}\n`);
  stdout.write('\nNext:\n');
  for (const [command, what] of next) stdout.write(`  ${command.padEnd(width)}  ${dim(what)}\n`);
}
