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

export const noServerErrorDetails: Check = {
  id: 'no-server-error-details',
  title: 'An error response shows no stack trace.',
  judge(exchange) {
    const { status, body } = exchange.response;
    if (status < 400 || !body) return [];
    const trace = stackTrace(new TextDecoder().decode(body.subarray(0, LOOKED_AT)));
    if (!trace) return [];
    return [
      {
        id: 'no-server-error-details',
        message: `expected no internals in a ${status} response, its body shows a stack trace: ${trace} (${whereDocumented(exchange)})`,
        location: bodyLocation([]),
        expected: 'no stack trace',
        actual: trace,
      },
    ];
  },
};

function stackTrace(text: string): string | undefined {
  for (const form of STACK_TRACES) {
    const found = form.exec(text)?.[0];
    if (found) return printable(found);
  }
  return undefined;
}
