import type { Random } from './random.ts';

/** Values in the formats of JSON Schema and OpenAPI; host names, addresses and numbers from the ranges kept for documentation. */
export const formatted: ReadonlyMap<string, (random: Random) => string> = new Map([
  ['date-time', (random) => instant(random).toISOString().replace('.000', '')],
  ['date', (random) => instant(random).toISOString().slice(0, 10)],
  ['time', (random) => instant(random).toISOString().slice(11).replace('.000', '')],
  ['duration', (random) => `P${random.integer(1, 30)}DT${random.integer(1, 23)}H`],
  ['email', email],
  ['idn-email', email],
  ['hostname', hostname],
  ['idn-hostname', hostname],
  ['ipv4', (random) => `192.0.2.${random.integer(1, 254)}`],
  ['ipv6', (random) => `2001:db8::${random.integer(1, 0xffff).toString(16)}`],
  ['uri', url],
  ['url', url],
  ['iri', url],
  ['uri-reference', (random) => `/${word(random)}/${random.integer(1, 999)}`],
  ['iri-reference', (random) => `/${word(random)}/${random.integer(1, 999)}`],
  ['uri-template', (random) => `https://example.com/${word(random)}/{id}`],
  ['uuid', uuid],
  ['json-pointer', (random) => `/${word(random)}/${random.integer(0, 9)}`],
  ['relative-json-pointer', (random) => `${random.integer(0, 3)}/${word(random)}`],
  ['json-pointer-uri-fragment', (random) => `#/${word(random)}`],
  ['regex', () => '^[a-z]+$'],
  ['byte', (random) => btoa(word(random))],
]);

/** The same formats as short as they get, for schemas with a tight `maxLength`. */
export const brief: ReadonlyMap<string, (random: Random) => string> = new Map([
  ['email', (random) => `${letter(random)}@${letter(random)}.io`],
  ['idn-email', (random) => `${letter(random)}@${letter(random)}.io`],
  ['hostname', (random) => `${letter(random)}.io`],
  ['uri', (random) => `http://${letter(random)}.io`],
  ['url', (random) => `http://${letter(random)}.io`],
  ['uri-reference', (random) => `/${letter(random)}`],
]);

function letter(random: Random): string {
  return word(random).charAt(0);
}

const words = [
  'amber',
  'birch',
  'cedar',
  'delta',
  'ember',
  'fjord',
  'grove',
  'heron',
  'iris',
  'juniper',
  'lark',
  'maple',
] as const;

export function word(random: Random): string {
  return random.pick(words);
}

function instant(random: Random): Date {
  return new Date(Date.UTC(2024, 0, 1) + random.integer(0, 730 * 86_400) * 1000);
}

function email(random: Random): string {
  return `${word(random)}.${random.integer(1, 999)}@example.com`;
}

function hostname(random: Random): string {
  return `${word(random)}.example.com`;
}

function url(random: Random): string {
  return `https://example.com/${word(random)}/${random.integer(1, 999)}`;
}

/** Version 4 (RFC 9562 section 5.4). */
function uuid(random: Random): string {
  const digits = (count: number) =>
    Array.from({ length: count }, () => random.integer(0, 15).toString(16)).join('');
  return `${digits(8)}-${digits(4)}-4${digits(3)}-${random.integer(8, 11).toString(16)}${digits(3)}-${digits(12)}`;
}
