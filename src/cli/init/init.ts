import { access, mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { formatProblem } from '../../contract/finding.ts';
import { loadContract } from '../../contract/load.ts';
import { isUrl } from '../../contract/source/location.ts';
import type { Contract } from '../../contract/types.ts';
import { createPaint } from '../../reports/terminal/style.ts';
import type { InitFlags } from '../commands/init.ts';
import { configFileName } from '../config/load.ts';
import { CommandFailure, type Context, type ExitCode } from '../context.ts';
import { contractIds } from '../contract-ids.ts';
import { referenceFrom } from '../documents.ts';
import { findDocument } from './find-document.ts';
import { type FirstChecklist, firstChecklist } from './first-checklist.ts';
import { checklistText, configText, githubText } from './texts.ts';

const folder = 'checklists';
const usualTarget = 'http://localhost:3000';

/** `sverka init`: writes what is not there yet and says what to do next. */
export async function init(named: readonly string[], flags: InitFlags, context: Context): Promise<ExitCode> {
  const documents = named.length > 0 ? named : [await findDocument(context.cwd)];
  const begun: Begun[] = [];
  // Arazzo names its sources by letters, digits and dashes alone, and a target is named as they are.
  const ids = contractIds(documents).map((id) => id.replace(/[^\w-]/g, '-'));
  for (const [at, document] of documents.entries()) begun.push(await begin(document, ids[at], context));
  const wroteConfig = await write(
    configFileName,
    configText({ services: begun, checklists: `${folder}/*.arazzo.yaml` }),
    context,
  );
  for (const { file, checklist } of begun)
    await write(file, await checklistText(checklist.document), context);
  if (flags.github) await write('.github/workflows/contract.yml', githubText(inputsOf(begun)), context);
  tellNext(begun, wroteConfig, context);
  return 0;
}

/** What is made of one document. */
interface Begun {
  /** Contract id. */
  readonly id: string;
  /** As `sverka.config.yaml` names it. */
  readonly document: string;
  /** Base URL of the API. */
  readonly target: string;
  /** Where its checklist goes. */
  readonly file: string;
  readonly checklist: FirstChecklist;
  /** Its checks create, change or delete. */
  readonly writes: boolean;
}

async function begin(document: string, name: string | undefined, context: Context): Promise<Begun> {
  const contract = await readContract(document, name, context);
  const { id, servers, operations } = contract;
  return {
    id,
    document: referenceFrom(context.cwd, document, context.cwd),
    target: servers.find((server) => /^https?:/.test(server)) ?? usualTarget,
    file: `${folder}/${id}.arazzo.yaml`,
    checklist: await firstChecklist(
      contract,
      referenceFrom(resolve(context.cwd, folder), document, context.cwd),
    ),
    writes: operations.some(({ method }) => !/^(GET|HEAD|OPTIONS)$/.test(method)),
  };
}

const inputsOf = (begun: readonly Begun[]): readonly string[] => [
  ...new Set(begun.flatMap(({ checklist }) => checklist.inputs)),
];

async function readContract(
  document: string,
  id: string | undefined,
  { cwd, stderr }: Context,
): Promise<Contract> {
  const source = isUrl(document) ? document : resolve(cwd, document);
  if (source !== document) {
    await access(source).catch(() => {
      throw new CommandFailure(`there is no file ${document}`, 'Name an OpenAPI document by path or URL.');
    });
  }
  const { contract, problems } = await loadContract(source, id === undefined ? {} : { id });
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

/** False when the file was there. */
async function write(path: string, text: string, { cwd, stdout }: Context): Promise<boolean> {
  const file = resolve(cwd, path);
  await mkdir(dirname(file), { recursive: true });
  try {
    await writeFile(file, text, { flag: 'wx' });
    stdout.write(`wrote ${path}\n`);
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    stdout.write(`kept  ${path}, which was there\n`);
    return false;
  }
}

function tellNext(begun: readonly Begun[], wroteConfig: boolean, { stdout, env }: Context): void {
  const paint = createPaint(stdout, env);
  const checks = begun.reduce((sum, { checklist }) => sum + checklist.checks, 0);
  const leftOut = begun.flatMap(({ checklist }) => checklist.leftOut);
  const next = nextCommands(begun, wroteConfig);
  const width = Math.max(...next.map(([command]) => command.length));
  stdout.write(`${checks} ${checks === 1 ? 'check' : 'checks'}\n`);
  if (leftOut.length > 0) stdout.write(`left out, no success documented: ${leftOut.join(', ')}\n`);
  if (!wroteConfig)
    for (const { id, document, target } of begun)
      stdout.write(
        `To have it in ${configFileName}: contracts: ${document}, check.target: ${id}: ${target}\n`,
      );
  stdout.write('\nNext:\n');
  for (const [command, what] of next) stdout.write(`  ${command.padEnd(width)}  ${paint('dim', what)}\n`);
  if (begun.some(({ writes, target }) => writes && !isLocal(target)))
    stdout.write(
      '\nThe checks create, change and delete: run them against a system that is there for tests.\n',
    );
}

/** What was written needs no words; a configuration that was there may say something else, so all is said. */
function nextCommands(
  begun: readonly Begun[],
  wroteConfig: boolean,
): readonly (readonly [command: string, what: string])[] {
  const files = wroteConfig ? '' : begun.map(({ file }) => ` ${file}`).join('');
  const documents = wroteConfig ? '' : begun.map(({ document }) => ` ${document}`).join('');
  const targets = wroteConfig ? '' : begun.map(({ id, target }) => ` --target ${id}=${target}`).join('');
  const given = inputsOf(begun)
    .map((name) => ` --input ${name}=…`)
    .join('');
  const held = begun.map(({ target }) => target).join(', ');
  return [
    [`npx sverka check${files} --dry-run`, 'what would be sent'],
    [`npx sverka mock${documents}`, 'let a mock answer'],
    [`npx sverka check${files}${targets}${given}`, `hold ${held} against it`],
  ];
}

const isLocal = (url: string): boolean =>
  /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(URL.parse(url)?.hostname ?? '');
