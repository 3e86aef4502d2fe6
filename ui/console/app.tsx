import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { useFocusAlong } from './focus.ts';
import { hashOf, type Route, type Tab, tabs, useRoute } from './route.ts';
import { chooseSession, dismiss, type Model, useModel } from './store.ts';
import { InboxView } from './views/inbox.tsx';
import { OperationsView } from './views/operations.tsx';
import { RequestsView } from './views/requests.tsx';
import { StateView } from './views/state.tsx';

const views: Readonly<Record<Tab, (props: { model: Model; route: Route }) => VNode>> = {
  requests: RequestsView,
  operations: OperationsView,
  inbox: InboxView,
  state: StateView,
};

const titles: Readonly<Record<Tab, string>> = {
  requests: 'Requests',
  operations: 'Operations',
  inbox: 'Inbox',
  state: 'State',
};

export function App(): VNode {
  const model = useModel();
  const route = useRoute();
  const View = views[route.tab];
  useEffect(() => {
    document.title = `${titles[route.tab]} · Mock · Sverka`;
  }, [route.tab]);
  useFocusAlong(route);
  return (
    <>
      <header class="bar">
        <a class="brand" href={hashOf('requests')}>
          <span class="logo" aria-hidden="true">
            ✓
          </span>
          Sverka <span>mock</span>
        </a>
        <Tabs model={model} current={route.tab} />
        <SessionChoice model={model} />
        <span class={`live ${model.live ? 'on' : ''}`} role="status">
          {model.live ? 'live' : 'connecting…'}
        </span>
      </header>
      {model.trouble !== undefined && (
        <div class="trouble" role="alert">
          {model.trouble}
          <button type="button" class="button" onClick={dismiss}>
            Dismiss
          </button>
        </div>
      )}
      <main class={route.opened.length > 0 ? 'view opened' : 'view'}>
        <h1 class="sr">{titles[route.tab]}</h1>
        <View model={model} route={route} />
      </main>
      <Latest model={model} />
    </>
  );
}

function Tabs({ model, current }: { readonly model: Model; readonly current: Tab }): VNode {
  const counts: Readonly<Record<Tab, number | undefined>> = {
    requests: model.requests.length,
    operations: model.operations.filter(({ override }) => override !== undefined).length,
    inbox: model.messages.length,
    state: undefined,
  };
  return (
    <nav class="tabs" aria-label="Views">
      {tabs.map((tab) => (
        <a href={hashOf(tab)} aria-current={tab === current ? 'page' : undefined}>
          {titles[tab]}
          {counts[tab] ? (
            <b class={tab === 'operations' ? 'forced' : ''}>
              {counts[tab]}
              {tab === 'operations' ? ' forced' : ''}
            </b>
          ) : null}
        </a>
      ))}
    </nav>
  );
}

function SessionChoice({ model }: { readonly model: Model }): VNode {
  return (
    <label class="session">
      <span aria-hidden="true">Session</span>
      <select
        aria-label="Session"
        value={model.session}
        onChange={({ currentTarget }) => void chooseSession(currentTarget.value)}
      >
        <option value="">shared</option>
        {model.sessions.map(({ session }) => (
          <option value={session}>{session}</option>
        ))}
      </select>
    </label>
  );
}

/** Says the newest request to those who listen instead of looking. */
function Latest({ model }: { readonly model: Model }): VNode {
  const [latest] = model.requests;
  return (
    <p class="sr" aria-live="polite">
      {latest && `${latest.method} ${latest.path} answered ${latest.status}`}
    </p>
  );
}
