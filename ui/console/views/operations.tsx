import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Operation } from '../api.ts';
import { Empty, Method } from '../parts/marks.tsx';
import { Search } from '../parts/search.tsx';
import { hashOf, type Route } from '../route.ts';
import type { Model } from '../store.ts';
import { OperationDetail } from './operation-detail.tsx';
import { Switch } from './switch.tsx';

/** So many are drawn at once: documents of thousands of operations are searched, not read. */
const FEW = 200;

/** Everything that is served, each with a switch. */
export function OperationsView({ model, route }: { readonly model: Model; readonly route: Route }): VNode {
  const [wanted, setWanted] = useState('');
  const [contract, name] = route.opened;
  const [all, setAll] = useState(false);
  const matching = model.operations.filter((operation) => matches(operation, wanted));
  const shown = all ? matching : matching.slice(0, FEW);
  const opened = model.operations.find((one) => one.contract === contract && one.operation === name);
  return (
    <>
      <section class="side" aria-label="Operations">
        <div class="tools">
          <Search label="Search operations" value={wanted} onInput={setWanted} />
        </div>
        {shown.length === 0 && <p class="none">Nothing matches.</p>}
        {[...Map.groupBy(shown, (operation) => operation.contract)].map(([id, operations]) => (
          <section key={id} aria-label={id}>
            <h2 class="group">{id}</h2>
            <ol class="rows">
              {operations.map((operation) => (
                <Row
                  key={operation.operation}
                  operation={operation}
                  current={operation === opened}
                  model={model}
                />
              ))}
            </ol>
          </section>
        ))}
        {shown.length < matching.length && (
          <p class="none">
            <button type="button" class="button" onClick={() => setAll(true)}>
              Show all {matching.length}
            </button>
          </p>
        )}
      </section>
      <section class="main" aria-label="The operation" tabIndex={-1}>
        {opened === undefined ? (
          <Empty title="Force any response">
            <p>
              Each operation has a switch: choose a documented response and every request gets it, whatever it
              sends, until you switch back. Open an operation to read its document, to delay it, to break its
              connection or to give it a body of your own.
            </p>
            <p>
              One request alone asks with a header: <code>Prefer: code=404</code>,{' '}
              <code>Prefer: example=name</code>, <code>Prefer: delay=800</code>.
            </p>
          </Empty>
        ) : (
          <OperationDetail key={`${contract}/${name}`} operation={opened} model={model} />
        )}
      </section>
    </>
  );
}

interface RowProps {
  readonly operation: Operation;
  readonly current: boolean;
  readonly model: Model;
}

function Row({ operation, current, model }: RowProps): VNode {
  const { contract, operation: id, method, path, summary, override } = operation;
  return (
    <li class={override === undefined ? 'with-switch' : 'with-switch forced'}>
      <a
        class="row"
        href={hashOf('operations', contract, id)}
        data-row
        aria-current={current ? 'true' : undefined}
      >
        <span class="what">
          <Method method={method} />
          <span class="path">{path.split(/(?=\/)/).flatMap((segment) => [<wbr />, segment])}</span>
        </span>
        <span class="about">
          <span class="words">{summary}</span>
        </span>
      </a>
      <Switch operation={operation} session={model.session} />
    </li>
  );
}

function matches({ contract, operation, method, path, summary }: Operation, wanted: string): boolean {
  const text = [contract, operation, method, path, summary].join(' ').toLowerCase();
  return wanted
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word) || isCalled(path.toLowerCase(), word));
}

/** `/pets/17/toys?big=1`, as an application calls it, begins like `/pets/{id}/toys`. */
function isCalled(template: string, word: string): boolean {
  const [called = ''] = word.split('?');
  const parts = template.split('/');
  const segments = called.split('/');
  if (!called.startsWith('/') || segments.length > parts.length) return false;
  return segments.every((segment, at) => {
    const part = parts[at] ?? '';
    return part.includes('{') || (at < segments.length - 1 ? part === segment : part.startsWith(segment));
  });
}
