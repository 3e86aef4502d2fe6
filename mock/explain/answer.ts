import type { Explanation, MockResponse } from '../exchange.ts';
import { decodeText } from '../http/bytes.ts';
import { headerSafe } from '../http/header-text.ts';
import { distinctNotes } from './notes.ts';
import { explanationSentence } from './sentence.ts';

interface Plain {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Uint8Array | string | undefined;
  readonly explanation: Explanation;
}

/**
 * Adds the explanation that was asked for. `explain` keeps the response and adds `Sverka-Explain`, one sentence, and where
 * there is a console a link to the entry there. `explain=full` answers the whole explanation as JSON, with the response it speaks of.
 */
export function explainIn(
  response: Plain,
  wanted: 'short' | 'full' | undefined,
  withConsole: boolean,
): MockResponse {
  if (wanted === undefined) return response;
  const { status, headers, body, explanation } = response;
  const sentence = explanationSentence(status, explanation);
  const link = `</_sverka/#/requests/${explanation.id}>; rel="describedby"`;
  const linked = withConsole ? { link: headers.link === undefined ? link : `${headers.link}, ${link}` } : {};
  const told = { 'sverka-explain': headerSafe(sentence), ...linked };
  if (wanted === 'short') return { ...response, headers: { ...headers, ...told } };
  const text = JSON.stringify(
    {
      sentence,
      ...explanation,
      notes: distinctNotes(explanation.notes),
      response: { status, headers, body: shown(body) },
    },
    null,
    2,
  );
  return { status: 200, headers: { ...told, 'content-type': 'application/json' }, body: text, explanation };
}

function shown(body: Uint8Array | string | undefined): unknown {
  if (body === undefined) return undefined;
  const text = typeof body === 'string' ? body : decodeText(body);
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
