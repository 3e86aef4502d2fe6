import { events } from './api.ts';
import { toContractDay } from './day.ts';
import type { Event } from './events.tsx';
import { Field } from './field.tsx';
import { fieldsOf, useWork } from './form.ts';
import { Notice } from './notice.tsx';
import { refusalOf } from './refusal.ts';

export function NewEvent({ done }: { readonly done: (event: Event) => void }) {
  const { refusal, busy, start } = useWork(async (form: HTMLFormElement) => {
    const { data, error, response } = await events.POST('/event', { body: { event: draftOf(form) } });
    if (error) return refusalOf(error, response);
    form.reset();
    done(data.event);
    return undefined;
  });
  return (
    <form
      class="card"
      aria-label="New event"
      onSubmit={(event) => {
        event.preventDefault();
        start(event.currentTarget);
      }}
    >
      <h2>New event</h2>
      <Field label="What" name="name" required />
      <div class="row">
        <Field label="When" name="day" type="date" required />
        <Field label="Or" name="otherDay" type="date" />
      </div>
      <Field label="Where" name="place" required />
      <Field label="With (names, by commas)" name="friends" />
      <Notice refusal={refusal} />
      <button type="submit" disabled={busy}>
        Save draft
      </button>
    </form>
  );
}

function draftOf(form: HTMLFormElement) {
  const { name = '', day = '', otherDay = '', place = '', friends = '' } = fieldsOf(form);
  const days = [day, otherDay].filter((text) => text !== '').map((text) => ({ date: toContractDay(text) }));
  const invited = friends.split(',').flatMap((id) => (id.trim() === '' ? [] : { id: id.trim() }));
  return {
    name,
    date: [{ drafts: days }],
    place: [{ drafts: [{ place }] }],
    members: [{ invited }],
  };
}
