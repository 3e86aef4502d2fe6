import { events } from './api.ts';
import type { Event } from './events.tsx';
import { useWork } from './form.ts';
import { Notice } from './notice.tsx';
import { refusalOf } from './refusal.ts';

interface EventCardProps {
  readonly event: Event;
  readonly changed: (event: Event) => void;
}

export function EventCard({ event, changed }: EventCardProps) {
  const { refusal, busy, start } = useWork(async (event_id: string) => {
    const { data, error, response } = await events.PUT('/event/{event_id}', {
      params: { path: { event_id } },
      body: { event: { status: true } },
    });
    if (error) return refusalOf(error, response);
    changed(data.event);
    return undefined;
  });
  return (
    <article class="card" aria-label={event.name}>
      <h2>
        {event.name} <span class={event.status ? 'tag sent' : 'tag'}>{event.status ? 'sent' : 'draft'}</span>
      </h2>
      <dl>
        <dt>When</dt>
        <dd>{daysOf(event).join(' or ')}</dd>
        <dt>Where</dt>
        <dd>{placesOf(event).join(' or ')}</dd>
        <dt>With</dt>
        <dd>{friendsOf(event).join(', ') || 'nobody yet'}</dd>
      </dl>
      <Notice refusal={refusal} />
      {!event.status && (
        <button type="button" disabled={busy} onClick={() => start(event.id)}>
          Send
        </button>
      )}
    </article>
  );
}

const daysOf = ({ date }: Event) => date.flatMap(({ drafts }) => drafts.map(({ date }) => date));
const placesOf = ({ place }: Event) => place.flatMap(({ drafts }) => drafts.map(({ place }) => place));
const friendsOf = ({ members }: Event) => members.flatMap(({ invited }) => invited.map(({ name }) => name));
