import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { api, type Part, type Request, type RequestDetails } from '../api.ts';
import { Copy } from '../parts/copy.tsx';
import { curlOf } from '../parts/example-curl.ts';
import { Body } from '../parts/json.tsx';
import { duration, Empty, Method, Status, Time } from '../parts/marks.tsx';
import { hashOf } from '../route.ts';
import type { Model } from '../store.ts';
import { Reasons, sources } from './reasons.tsx';

/** One request in full. */
export function RequestDetail({ id, model }: { readonly id: string; readonly model: Model }): VNode {
  const [details, setDetails] = useState<RequestDetails | 'gone'>();
  useEffect(() => {
    api.request(id).then(setDetails, () => setDetails('gone'));
  }, [id]);
  if (details === undefined) return <p class="none">…</p>;
  if (details === 'gone') return <Empty title="This request is no longer remembered" />;
  const { summary, request, response } = details;
  const documented = operationHash(model, summary.operation);
  return (
    <article class="detail">
      <Head summary={summary} />
      <div class="actions">
        <Copy label="Copy as curl" text={() => curlOf(details)} />
        {summary.requestId !== undefined && (
          <Copy label="Copy request id" text={() => summary.requestId ?? ''} />
        )}
        {documented !== undefined && (
          <a class="button" href={documented}>
            Document and switch
          </a>
        )}
      </div>
      <Reasons details={details} />
      <div class="sides">
        <Side title="Request" part={request} />
        <Side title="Response" part={response} />
      </div>
    </article>
  );
}

function Head({ summary }: { readonly summary: Request }): VNode {
  return (
    <header>
      <a class="back" href={hashOf('requests')}>
        ← All requests
      </a>
      <h2>
        <Method method={summary.method} /> <span class="path">{summary.path}</span>
      </h2>
      <p class="facts">
        <Status status={summary.status} />
        <Time of={summary.time} />
        <span>{duration(summary.durationMs)}</span>
        {summary.operation !== undefined && <code>{summary.operation}</code>}
        <span>{sources[summary.source]}</span>
        <span>session {summary.session ?? 'shared'}</span>
      </p>
    </header>
  );
}

/** Where an operation is documented; ids may have dots, so it is looked up, not taken apart. */
function operationHash({ operations }: Model, id: string | undefined): string | undefined {
  const found = operations.find(({ contract, operation }) => `${contract}.${operation}` === id);
  return found && hashOf('operations', found.contract, found.operation);
}

function Side({ title, part }: { readonly title: string; readonly part: Part }): VNode {
  const headers = Object.entries(part.headers);
  return (
    <section>
      <h3>{title}</h3>
      <details class="headers">
        <summary>
          {headers.length} header{headers.length === 1 ? '' : 's'}
        </summary>
        <dl>
          {headers.map(([name, value]) => (
            <div>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </details>
      {part.body === undefined ? (
        <p class="none">no body</p>
      ) : (
        <>
          <Body text={part.body.text} label={`${title} body`} />
          {part.body.truncated && <p class="none">Only the beginning is shown.</p>}
        </>
      )}
    </section>
  );
}
