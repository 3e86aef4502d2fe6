import { isIP } from 'node:net';
import * as z from 'zod';
import { CommandFailure } from '../context.ts';

const empty = (value: unknown) => (value === '' ? undefined : value);

const numeral = (value: unknown) =>
  typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : empty(value);

const url = (protocol: RegExp, hint: string) =>
  z.preprocess(empty, z.url({ protocol, error: `needs a URL, ${hint}` }).optional());

const port = z.coerce.number('needs a number').int('needs a whole number').min(0).max(65_535);

const NETWORKS = new Set(['loopback', 'linklocal', 'uniquelocal']);

/** Addresses, networks (`10.0.0.0/8`) and Express's names for networks, separated by commas. */
function areAddresses(text: string): boolean {
  return text
    .split(',')
    .map((part) => part.trim())
    .every((part) => NETWORKS.has(part) || isAddress(part));
}

function isAddress(text: string): boolean {
  const [, address = '', bits = '1'] = /^([^/]*)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const most = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0;
  return Number(bits) >= 1 && Number(bits) <= most;
}

const proxies = z.string().refine(areAddresses, 'needs a number of proxies, or their addresses');

/** The environment variables a deployer sets. An empty one counts as not set. */
const variables = z.object({
  DATABASE_URL: z.preprocess(empty, z.string().optional()),
  HOST: z.preprocess(empty, z.string().optional()),
  PORT: z.preprocess(empty, port.optional()),
  SVERKA_METRICS_PORT: z.preprocess(empty, port.optional()),
  SVERKA_TOKEN_SECRET: z.preprocess(empty, z.string().min(32, 'needs 32 characters or more').optional()),
  TRUST_PROXY: z.preprocess(numeral, z.union([z.number(), proxies]).optional()),
  SMTP_URL: url(/^smtps?$/, 'smtp://user:password@host:587 or smtps://…'),
  MAIL_FROM: z.preprocess(empty, z.string().regex(/@/, 'needs an e-mail address').optional()),
  SMS_GATEWAY_URL: url(/^https?$/, 'https://…'),
  SMS_GATEWAY_TOKEN: z.preprocess(empty, z.string().optional()),
  PUBLIC_URL: url(/^https?$/, 'https://…'),
});

const schema = variables.refine((env) => env.SMTP_URL === undefined || env.MAIL_FROM !== undefined, {
  path: ['MAIL_FROM'],
  error: 'is needed where SMTP_URL is set',
});

export type Environment = z.infer<typeof schema>;

/** Reads and checks the environment. A bad value is a CommandFailure that names the variable and not its content. */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): Environment {
  const parsed = schema.safeParse(env);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
  throw new CommandFailure(`the environment is not understood:\n${lines.join('\n')}`);
}

/** Variables that look like ours and that nobody reads: misspelt, most likely. */
export function unknownVariables(env: Readonly<Record<string, string | undefined>>): string[] {
  const known = new Set([...Object.keys(variables.shape), 'SVERKA_DEBUG']);
  return Object.keys(env).filter((name) => name.startsWith('SVERKA_') && !known.has(name));
}
