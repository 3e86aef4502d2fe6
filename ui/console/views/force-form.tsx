import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { api, type Documentation, type Operation, type Override } from '../api.ts';
import { firstAnswer } from '../parts/first-answer.ts';
import { act } from '../store.ts';
import { choiceOf, choicesOf, chosen } from './switch.tsx';

const faults = ['timeout', 'reset', 'malformed'] as const;
type Fault = (typeof faults)[number];

const faultWords: Readonly<Record<Fault, string>> = {
  timeout: 'timeout: never answers',
  reset: 'reset: the connection breaks',
  malformed: 'malformed: the body stops in the middle',
};

/** Everything that can be forced: response, own body, delay, fault, how often. */
export function ForceForm({
  operation,
  session,
  documented,
}: {
  readonly operation: Operation;
  readonly session: string;
  readonly documented: Documentation | undefined;
}): VNode {
  const { override } = operation;
  const [choice, setChoice] = useState(choiceOf(operation));
  const [status, setStatus] = useState(String(override?.status ?? 200));
  const [body, setBody] = useState(
    override?.body === undefined ? '' : JSON.stringify(override.body, null, 2),
  );
  const [delay, setDelay] = useState(String(override?.delay ?? ''));
  const [fault, setFault] = useState<Fault | ''>(override?.fault ?? '');
  const [times, setTimes] = useState(String(override?.times ?? ''));
  const [problem, setProblem] = useState('');
  const choose = (next: string) => {
    // A body of one's own mostly is a documented one with something else in it.
    const first = next === 'own' && body === '' && documented && firstAnswer(documented, choice);
    if (first) {
      setStatus(first.status);
      setBody(first.body);
    }
    setChoice(next);
  };
  const submit = (event: Event) => {
    event.preventDefault();
    try {
      const wanted = readForm({ choice, status, body, delay, fault, times });
      setProblem('');
      void act(() =>
        wanted === undefined ? api.unforce(session, operation) : api.force(session, operation, wanted),
      );
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <form
      class={override === undefined ? 'force' : 'force on'}
      onSubmit={submit}
      aria-label="Force a response"
    >
      <label>
        Response
        <select value={choice} onChange={({ currentTarget }) => choose(currentTarget.value)}>
          <option value="">as usual</option>
          {choicesOf(operation).map(({ value, label }) => (
            <option value={value}>{label}</option>
          ))}
          <option value="own">a body of my own…</option>
        </select>
      </label>
      <label>
        Delay, ms
        <input
          type="number"
          min="0"
          max="600000"
          placeholder="0"
          value={delay}
          onInput={({ currentTarget }) => setDelay(currentTarget.value)}
        />
      </label>
      <label>
        Fault
        <select
          value={fault}
          onChange={({ currentTarget }) => setFault(faults.find((one) => one === currentTarget.value) ?? '')}
        >
          <option value="">none</option>
          {faults.map((one) => (
            <option value={one}>{faultWords[one]}</option>
          ))}
        </select>
      </label>
      <label>
        Times
        <input
          type="number"
          min="1"
          placeholder="always"
          value={times}
          onInput={({ currentTarget }) => setTimes(currentTarget.value)}
        />
      </label>
      {choice === 'own' && (
        <>
          <label>
            Status
            <input
              type="number"
              min="200"
              max="599"
              value={status}
              onInput={({ currentTarget }) => setStatus(currentTarget.value)}
            />
          </label>
          <label class="wide">
            Body, JSON
            <textarea
              rows={Math.min(20, Math.max(5, body.split('\n').length))}
              spellcheck={false}
              value={body}
              onInput={({ currentTarget }) => setBody(currentTarget.value)}
            />
          </label>
        </>
      )}
      <div class="wide buttons">
        <button type="submit" class="button primary">
          Force
        </button>
        <button
          type="button"
          class="button"
          disabled={override === undefined}
          onClick={() => void act(() => api.unforce(session, operation))}
        >
          Back to usual
        </button>
        <span role="status">{problem || state(override)}</span>
      </div>
    </form>
  );
}

interface Form {
  readonly choice: string;
  readonly status: string;
  readonly body: string;
  readonly delay: string;
  readonly fault: Fault | '';
  readonly times: string;
}

/** What the form asks for; undefined when that is nothing. Throws where a body is no JSON. */
function readForm({ choice, status, body, delay, fault, times }: Form): Override | undefined {
  const response: Override =
    choice === 'own' ? { status: Number(status), ...ownBody(body) } : choice === '' ? {} : chosen(choice);
  const wanted: Override = {
    ...response,
    ...(delay === '' ? {} : { delay: Number(delay) }),
    ...(fault === '' ? {} : { fault }),
  };
  if (Object.keys(wanted).length === 0) return undefined;
  return times === '' ? wanted : { ...wanted, times: Number(times) };
}

function ownBody(text: string): Pick<Override, 'body'> {
  if (text.trim() === '') return {};
  try {
    return { body: JSON.parse(text) };
  } catch (error) {
    throw new Error(`The body is no JSON: ${error instanceof Error ? error.message : error}`);
  }
}

function state(override: Override | undefined): string {
  if (override === undefined) return 'Answered as usual.';
  const times = override.times === undefined ? 'until you switch back' : `${override.times} more`;
  return `Forced, ${times}.`;
}
