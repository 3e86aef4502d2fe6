import cluster from 'node:cluster';
import { resolve } from 'node:path';
import { createPaint } from '../../reports/terminal/style.ts';
import type { ServerOptions } from '../../server/server-options.ts';
import { type RunningServer, startServer } from '../../server/start.ts';
import type { ServeFlags } from '../commands/serve.ts';
import { CommandFailure, type Context, type ExitCode, untilAborted } from '../context.ts';
import { orFailure } from '../start-failure.ts';
import { chooseDatabase } from './database.ts';
import { type Environment, readEnvironment, unknownVariables } from './environment.ts';
import { listenToSupervisor, ownSlot } from './worker.ts';

/** `sverka serve`: starts, says where, runs until the signal, then finishes what is under way. */
export async function serve(flags: ServeFlags, context: Context): Promise<ExitCode> {
  const options = readOptions(flags, context);
  if (cluster.isPrimary) warnOfUnknown(context);
  if (flags.workers === 1 || cluster.isWorker) return serveHere(options, context);
  if (options.database.kind === 'sqlite' && options.database.file === ':memory:') {
    throw new CommandFailure(
      'a database in memory cannot be shared by workers',
      'Name a file, or use PostgreSQL.',
    );
  }
  const { superviseWorkers } = await import('./workers.ts');
  return superviseWorkers(flags.workers, context);
}

function warnOfUnknown({ env, stderr }: Context): void {
  for (const name of unknownVariables(env))
    stderr.write(`${name} is no variable of sverka: it does nothing\n`);
}

async function serveHere(options: ServerOptions, context: Context): Promise<ExitCode> {
  const stopped = new AbortController();
  const opened = Promise.withResolvers<RunningServer>();
  const reopen = () =>
    void opened.promise
      .then((server) => server.reopenLogs())
      .catch((error) => context.stderr.write(`the logs stay as they are: ${error.message}\n`));
  const supervisor = listenToSupervisor({ stop: () => stopped.abort(), reopen });
  process.on('SIGUSR2', reopen);
  try {
    const server = await orFailure(startServer(options));
    opened.resolve(server);
    if (!supervisor || supervisor.first) announce(server, options, context);
    supervisor?.ready();
    await untilAborted(AbortSignal.any([context.signal, stopped.signal]));
    await server.close();
    return 0;
  } finally {
    process.off('SIGUSR2', reopen);
    supervisor?.leave();
  }
}

function readOptions(flags: ServeFlags, context: Context): ServerOptions {
  const environment = readEnvironment(context.env);
  const port = flags.port ?? environment.PORT;
  const metricsPort = flags.metricsPort ?? environment.SVERKA_METRICS_PORT;
  return {
    database: chooseDatabase(flags.database, environment, context),
    layout: port === undefined ? 'documented' : { port },
    host: flags.host ?? environment.HOST ?? '127.0.0.1',
    testing: flags.testing ?? false,
    logDirectory: flags.logDir === false ? undefined : resolve(context.cwd, flags.logDir),
    logStream: flags.quiet ? undefined : context.stdout,
    migrate: flags.migrate,
    seedDirectory: flags.seed === undefined ? undefined : resolve(context.cwd, flags.seed),
    tokenSecret: environment.SVERKA_TOKEN_SECRET,
    metricsPort: metricsPort && metricsPort + ownSlot(),
    trustProxy: environment.TRUST_PROXY,
    publicUrl: environment.PUBLIC_URL,
    ...carriers(environment),
  };
}

function carriers({
  SMTP_URL,
  MAIL_FROM,
  SMS_GATEWAY_URL,
  SMS_GATEWAY_TOKEN,
}: Environment): Pick<ServerOptions, 'smtp' | 'smsGateway'> {
  return {
    smtp: SMTP_URL && MAIL_FROM ? { url: SMTP_URL, from: MAIL_FROM } : undefined,
    smsGateway: SMS_GATEWAY_URL ? { url: SMS_GATEWAY_URL, token: SMS_GATEWAY_TOKEN } : undefined,
  };
}

/** On stderr: stdout is the log, and somebody may be reading it by machine. */
function announce(
  server: RunningServer,
  { testing, database }: ServerOptions,
  { stderr, env }: Context,
): void {
  const paint = createPaint(stderr, env);
  const width = Math.max(...Object.keys(server.urls).map((id) => id.length));
  for (const [id, url] of Object.entries(server.urls))
    stderr.write(`${paint('bold', id.padEnd(width))}  ${url}\n`);
  if (server.metricsUrl) stderr.write(`${'metrics'.padEnd(width)}  ${server.metricsUrl}\n`);
  const kept = database.kind === 'sqlite' ? `SQLite ${database.file}` : 'PostgreSQL';
  const logs = server.logFiles.length > 0 ? server.logFiles.join(', ') : 'no files';
  stderr.write(paint('dim', `${kept}; logs: ${logs}\n`));
  if (testing) stderr.write(`${paint('yellow', 'testing switches are on')}: not for production\n`);
}
