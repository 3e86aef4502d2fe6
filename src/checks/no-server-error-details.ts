import type { Check } from './types.ts';
import { bodyLocation, printable, whereDocumented } from './wording.ts';

/** Bytes: a trace stands at the head of an error body; a large body is not read to its end. */
const LOOKED_AT = 65_536;

/**
 * How stack traces look. Each form needs a place in a source file, so prose about errors does not match. Inside JSON
 * a tab is written `\t`.
 */
const STACK_TRACES: readonly RegExp[] = [
  /(?:\b|\\t)at (?:async )?(?:[\w$.<>[\] ]{1,100} )?\(?(?:file:\/\/|node:|[/\\]|[A-Za-z]:\\)[^\s()]+:\d+:\d+\)?/, // JavaScript
  /Traceback \(most recent call last\)/, // Python
  /File \\?"[^"\\]+\.py\\?", line \d+/, // Python, one frame
  /(?:\b|\\t)at [\w$.]+\.[\w$<>]+\([\w$]+\.(?:java|kt|scala|groovy):\d+\)/, // JVM
  /#0 \S+\.php\(\d+\)/, // PHP
  /goroutine \d+ \[running\]/, // Go
  / in [^\n]+\.cs:line \d+/, // .NET
  /\.rb:\d+:in ['`]/, // Ruby
];

/** Statements in capitals, as code writes them, and what databases and their drivers say of one that failed. */
const SQL: readonly RegExp[] = [
  /\bSELECT\s[^;]{1,300}?\sFROM\s+["'`\\[]{0,2}[\w.]{1,80}/,
  /\bINSERT INTO\s+\S{1,100}\s*\(/,
  /\bUPDATE\s+\S{1,100}\s+SET\s+\S{1,100}\s*=/,
  /\bDELETE FROM\s+\S{1,100}\s+WHERE\b/,
  /\bSQLSTATE\b.{0,20}[0-9A-Z]{5}/,
  /\bSQLITE_[A-Z]{3,20}\b/,
  /\bORA-\d{5}\b/,
  /violates (?:unique|foreign key|not-null|check) constraint/, // PostgreSQL
  /You have an error in your SQL syntax/, // MySQL
];

export const noServerErrorDetails: Check = {
  id: 'no-server-error-details',
  title: 'An error response shows no stack trace and no SQL.',
  judge(exchange) {
    const { status, body } = exchange.response;
    if (status < 400 || !body) return [];
    const text = new TextDecoder().decode(body.subarray(0, LOOKED_AT));
    const trace = firstOf(STACK_TRACES, text);
    const shown = trace ?? firstOf(SQL, text);
    if (!shown) return [];
    return [
      {
        id: 'no-server-error-details',
        message: `expected no internals in a ${status} response, its body shows ${trace ? 'a stack trace' : 'SQL'}: ${shown} (${whereDocumented(exchange)})`,
        location: bodyLocation([]),
        expected: trace ? 'no stack trace' : 'no SQL',
        actual: shown,
      },
    ];
  },
};

function firstOf(forms: readonly RegExp[], text: string): string | undefined {
  for (const form of forms) {
    const found = form.exec(text)?.[0];
    if (found) return printable(found);
  }
  return undefined;
}
