import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { api, type Message } from '../api.ts';
import { Command, Copy } from '../parts/copy.tsx';
import { Empty, Time } from '../parts/marks.tsx';
import { Search } from '../parts/search.tsx';
import { act, type Model } from '../store.ts';

/** Mails and SMS, with the codes and links in them. */
export function InboxView({ model }: { readonly model: Model }): VNode {
  const [wanted, setWanted] = useState('');
  const { messages, state, session } = model;
  if (messages.length === 0) return <Nothing offered={state?.inbox ?? false} session={session} />;
  const shown = messages.filter(({ to, subject, text }) =>
    `${to} ${subject} ${text}`.toLowerCase().includes(wanted.toLowerCase()),
  );
  return (
    <section class="single" aria-label="Inbox">
      <div class="tools">
        <Search label="Search messages" value={wanted} onInput={setWanted} />
        <button type="button" class="button" onClick={() => void act(() => api.clearInbox(session))}>
          Clear
        </button>
      </div>
      {shown.length === 0 && <p class="none">Nothing matches.</p>}
      <ol class="messages">
        {shown.map((message) => (
          <Card key={message.id} message={message} />
        ))}
      </ol>
    </section>
  );
}

function Card({ message }: { readonly message: Message }): VNode {
  const { channel, to, subject, text, code, link, createdAt } = message;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: arrows move from message to message
    <li class="message" tabIndex={0} data-row>
      <header>
        <span class={`channel ${channel}`}>{channel === 'sms' ? 'SMS' : 'Mail'}</span>
        <b>{to}</b>
        <Time of={createdAt} />
      </header>
      {subject !== '' && <h2>{subject}</h2>}
      <p class="text">{text}</p>
      <div class="actions">
        {code !== undefined && (
          <>
            <output class="code" aria-label="Code">
              {code}
            </output>
            <Copy label="Copy code" text={() => code} />
          </>
        )}
        {link !== undefined && (
          <>
            {/^https?:/.test(link) && (
              <a class="button" href={link} target="_blank" rel="noreferrer">
                Open link
              </a>
            )}
            <Copy label="Copy link" text={() => link} />
          </>
        )}
      </div>
    </li>
  );
}

function Nothing({ offered, session }: { readonly offered: boolean; readonly session: string }): VNode {
  const header = session === '' ? '' : ` \\\n  -H 'X-Mock-Session: ${session}'`;
  return (
    <section class="single">
      <Empty title={offered ? 'No mail, no SMS' : 'Nothing here sends mails or SMS'}>
        {offered ? (
          <>
            <p>
              What the implementation sends arrives here and nowhere else: confirmation links and codes, ready
              to copy. Tests read the same:
            </p>
            <Command text={`curl '${location.origin}/control/inbox?to=anna@example.com'${header}`} />
          </>
        ) : (
          <p>
            An inbox comes with the real implementation: <code>sverka mock</code> without a document.
          </p>
        )}
      </Empty>
    </section>
  );
}
