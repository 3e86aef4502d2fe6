import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { api, type Session, type State } from '../api.ts';
import { Command } from '../parts/copy.tsx';
import { Json } from '../parts/json.tsx';
import { Time } from '../parts/marks.tsx';
import { act, chooseSession, type Model } from '../store.ts';

/** What a session holds, and how to begin anew. */
export function StateView({ model }: { readonly model: Model }): VNode {
  const { session, state, sessions } = model;
  const name = session === '' ? 'the shared session' : `session ${session}`;
  return (
    <section class="single" aria-label="State">
      <div class="panel">
        <h2>State of {name}</h2>
        <p>
          Resetting throws away what was written, forced responses, requests and messages; the seeds come
          back. Other sessions stay as they are.
        </p>
        <Reset label={`Reset ${name}`} session={session} />
      </div>
      {state !== undefined && <Holdings state={state} />}
      <Sessions sessions={sessions} current={session} />
    </section>
  );
}

/** Asks once more, because there is no way back. */
function Reset({ label, session }: { readonly label: string; readonly session: string }): VNode {
  const [asked, setAsked] = useState(false);
  if (!asked) {
    return (
      <button type="button" class="button danger" onClick={() => setAsked(true)}>
        {label}
      </button>
    );
  }
  const reset = () => {
    setAsked(false);
    void act(() => api.reset(session));
  };
  return (
    <span class="actions">
      <button type="button" class="button danger sure" onClick={reset} ref={(button) => button?.focus()}>
        Yes, reset
      </button>
      <button type="button" class="button" onClick={() => setAsked(false)}>
        No
      </button>
    </span>
  );
}

function Holdings({ state }: { readonly state: State }): VNode {
  const { collections, implementation } = state;
  return (
    <div class="panel">
      <h2>What it holds</h2>
      {implementation.length > 0 && (
        <p>
          The real implementation keeps a database for each session, seeded from <code>fixtures/</code>. It
          answers for{' '}
          {implementation.map((id, index) => (
            <>
              {index > 0 && ', '}
              <code>{id}</code>
            </>
          ))}
          .
        </p>
      )}
      {collections.map(({ path, things }) => (
        <details class="collection" open={collections.length === 1}>
          <summary>
            <code>/{path}</code> <span class="none">{things.length}</span>
          </summary>
          <Json value={things} label={`Things of ${path}`} />
        </details>
      ))}
      {collections.length === 0 && (
        <p class="none">
          The mock itself remembers nothing yet. What is created with <code>POST</code> is found by{' '}
          <code>GET</code> and gone after <code>DELETE</code>, as far as the document shows what belongs
          together.
        </p>
      )}
    </div>
  );
}

function Sessions({
  sessions,
  current,
}: {
  readonly sessions: readonly Session[];
  readonly current: string;
}): VNode {
  const [name, setName] = useState('');
  const open = (event: Event) => {
    event.preventDefault();
    setName('');
    void act(() => api.openSession(name)).then(() => chooseSession(name));
  };
  return (
    <div class="panel">
      <h2>Sessions</h2>
      <p>
        Requests that carry the header <code>X-Mock-Session</code> see a state of their own, so tests can run
        side by side.
      </p>
      <Command text={`curl ${location.origin}/… -H 'X-Mock-Session: my-test'`} />
      <ul class="sessions">
        {sessions.map(({ session, createdAt }) => (
          <li>
            <button
              type="button"
              class="link"
              aria-current={session === current ? 'true' : undefined}
              onClick={() => void chooseSession(session)}
            >
              {session}
            </button>
            <span class="none">
              since <Time of={createdAt} />
            </span>
            <button
              type="button"
              class="button"
              aria-label={`Close session ${session}`}
              onClick={() => void act(() => api.closeSession(session))}
            >
              Close
            </button>
          </li>
        ))}
      </ul>
      <form class="actions" onSubmit={open}>
        <input
          aria-label="Name of a new session"
          placeholder="my-test"
          pattern="[A-Za-z0-9._~\-]{1,64}"
          required
          value={name}
          onInput={({ currentTarget }) => setName(currentTarget.value)}
        />
        <button type="submit" class="button">
          Open session
        </button>
      </form>
    </div>
  );
}
