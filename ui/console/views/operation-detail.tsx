import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { api, type Documentation, type Operation } from '../api.ts';
import { Copy } from '../parts/copy.tsx';
import { exampleCurl } from '../parts/example-curl.ts';
import { Method } from '../parts/marks.tsx';
import { Prose } from '../parts/prose.tsx';
import { hashOf } from '../route.ts';
import type { Model } from '../store.ts';
import { Contents, Parameters, Responses } from './document.tsx';
import { ForceForm } from './force-form.tsx';

/** One operation: its switch in full, and its document. */
export function OperationDetail({
  operation,
  model,
}: {
  readonly operation: Operation;
  readonly model: Model;
}): VNode {
  const { contract, operation: id, method, path, summary } = operation;
  const documented = useDocument(contract, id);
  return (
    <article class="detail">
      <header>
        <a class="back" href={hashOf('operations')}>
          ← All operations
        </a>
        <h2>
          <Method method={method} /> <span class="path">{path}</span>
        </h2>
        <p class="facts">
          <span>{summary}</span>
          <code>
            {contract}.{id}
          </code>
          {documented?.deprecated && <span class="tag bad">deprecated</span>}
        </p>
      </header>
      <ForceForm
        key={JSON.stringify(operation.override)}
        operation={operation}
        session={model.session}
        documented={documented}
      />
      {documented !== undefined && <Document documented={documented} />}
    </article>
  );
}

function Document({ documented }: { readonly documented: Documentation }): VNode {
  const { description, security, parameters, body, responses } = documented;
  return (
    <>
      <div class="actions">
        <Copy label="Copy as curl" text={() => exampleCurl(documented)} />
      </div>
      {description !== '' && (
        <p class="prose">
          <Prose text={description} />
        </p>
      )}
      {security.length > 0 && (
        <p class="none">
          Needs {security.map((together) => together.join(' and ') || 'nothing').join(', or ')}.
        </p>
      )}
      {parameters.length > 0 && <Parameters parameters={parameters} />}
      {body !== undefined && (
        <section class="part">
          <h3>Body{body.required ? '' : ' (optional)'}</h3>
          <Contents contents={body.contents} />
        </section>
      )}
      <Responses responses={responses} />
    </>
  );
}

function useDocument(contract: string, operation: string): Documentation | undefined {
  const [documented, setDocumented] = useState<Documentation>();
  useEffect(() => {
    api.describe(contract, operation).then(setDocumented, () => setDocumented(undefined));
  }, [contract, operation]);
  return documented;
}
