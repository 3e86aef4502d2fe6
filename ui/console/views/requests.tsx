import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Request } from '../api.ts';
import { api } from '../api.ts';
import { duration, Method, Status, Time } from '../parts/marks.tsx';
import { Search } from '../parts/search.tsx';
import { hashOf, type Route } from '../route.ts';
import { act, type Model } from '../store.ts';
import { FirstSteps } from './first-steps.tsx';
import { RequestDetail } from './request-detail.tsx';

/** What came in lately, and why it was answered so. */
export function RequestsView({ model, route }: { readonly model: Model; readonly route: Route }): VNode {
  const [wanted, setWanted] = useState('');
  const [onlyBad, setOnlyBad] = useState(false);
  const [opened] = route.opened;
  const ofSession = model.requests.filter(
    ({ session = '' }) => model.session === '' || session === model.session,
  );
  const shown = ofSession.filter((request) => matches(request, wanted) && (!onlyBad || isBad(request)));
  return (
    <>
      <section class="side" aria-label="Recent requests">
        <div class="tools">
          <Search label="Search requests" value={wanted} onInput={setWanted} />
          <button type="button" class="button" aria-pressed={onlyBad} onClick={() => setOnlyBad(!onlyBad)}>
            Violations
          </button>
          <button
            type="button"
            class="button"
            disabled={ofSession.length === 0}
            onClick={() => void act(() => api.clearRequests(model.session))}
          >
            Clear
          </button>
        </div>
        {shown.length > 0 ? (
          <ol class="rows">
            {shown.map((request) => (
              <Row key={request.id} request={request} current={request.id === opened} />
            ))}
          </ol>
        ) : (
          <p class="none">{ofSession.length > 0 ? 'Nothing matches.' : 'No requests yet.'}</p>
        )}
      </section>
      <section class="main" aria-label="The request" tabIndex={-1}>
        {opened === undefined ? (
          <FirstSteps model={model} any={ofSession.length > 0} />
        ) : (
          <RequestDetail key={opened} id={opened} model={model} />
        )}
      </section>
    </>
  );
}

function Row({ request, current }: { readonly request: Request; readonly current: boolean }): VNode {
  const { id, method, path, status, time, durationMs, operation, session, source } = request;
  const errors = request.violations.filter(({ severity }) => severity === 'Error').length;
  return (
    <li>
      <a class="row" href={hashOf('requests', id)} data-row aria-current={current ? 'true' : undefined}>
        <Status status={status} />
        <span class="what">
          <Method method={method} /> <span class="path">{path}</span>
        </span>
        <span class="when">
          <Time of={time} />
        </span>
        <span class="about">
          <span class="words">
            {operation ?? 'no operation'} · {source}
          </span>
          {session !== undefined && <span class="tag">{session}</span>}
          {errors > 0 && (
            <span class="tag bad">
              {errors} violation{errors === 1 ? '' : 's'}
            </span>
          )}
        </span>
        <span class="took">{duration(durationMs)}</span>
      </a>
    </li>
  );
}

function isBad({ violations }: Request): boolean {
  return violations.some(({ severity }) => severity === 'Error');
}

function matches(request: Request, wanted: string): boolean {
  const { method, path, status, operation = '', session = '', requestId = '', source } = request;
  const text = [method, path, status, operation, session, requestId, source].join(' ').toLowerCase();
  return wanted
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
