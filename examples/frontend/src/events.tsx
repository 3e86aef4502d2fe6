import { useState } from 'preact/hooks';
import type { components } from 'sverka/types/event-messenger';
import { EventCard } from './event-card.tsx';
import { NewEvent } from './new-event.tsx';

export type Event = components['schemas']['Event'];

/** What was drafted on this page, the newest first. */
export function Events() {
  const [events, setEvents] = useState<readonly Event[]>([]);
  const replace = (changed: Event) =>
    setEvents(events.map((event) => (event.id === changed.id ? changed : event)));
  return (
    <>
      <NewEvent done={(event) => setEvents([event, ...events])} />
      {events.map((event) => (
        <EventCard key={event.id} event={event} changed={replace} />
      ))}
    </>
  );
}
