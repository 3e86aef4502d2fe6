import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Content, Documentation } from '../api.ts';
import { Json } from '../parts/json.tsx';
import { Status } from '../parts/marks.tsx';
import { Prose } from '../parts/prose.tsx';

export function Parameters({ parameters }: Pick<Documentation, 'parameters'>): VNode {
  return (
    <section class="part">
      <h3>Parameters</h3>
      <dl class="members">
        {parameters.map(({ name, in: place, required, type, description, example }) => (
          <div>
            <dt>
              <code>{name}</code>
              {required && <span class="required">required</span>}
            </dt>
            <dd>
              <span class="type">
                {place} · {type}
              </span>{' '}
              <Prose text={description} />
              {example !== undefined && (
                <>
                  {' '}
                  <code>{typeof example === 'string' ? example : JSON.stringify(example)}</code>
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export function Responses({ responses }: Pick<Documentation, 'responses'>): VNode {
  return (
    <section class="part">
      <h3>Responses</h3>
      {responses.map(({ status, description, headers, contents }) => (
        <details class="response" open={status.startsWith('2')}>
          <summary>
            <Status status={status} /> <Prose text={description} />
          </summary>
          {headers.length > 0 && (
            <p class="none">
              Headers:{' '}
              {headers.map(({ name, required }) => (required ? name : `${name} (optional)`)).join(', ')}
            </p>
          )}
          <Contents contents={contents} />
        </details>
      ))}
    </section>
  );
}

export function Contents({ contents }: { readonly contents: readonly Content[] }): VNode {
  if (contents.length === 0) return <p class="none">no body</p>;
  return (
    <>
      {contents.map((content) => (
        <OneContent key={content.mediaType} content={content} />
      ))}
    </>
  );
}

function OneContent({ content }: { readonly content: Content }): VNode {
  const { mediaType, members, examples } = content;
  const [at, setAt] = useState(0);
  const example = examples[at];
  return (
    <div class="content">
      <p class="none">
        <code>{mediaType}</code>
      </p>
      {example !== undefined && (
        <>
          {(examples.length > 1 || example.name !== 'default') && (
            <fieldset class="examples">
              <legend class="sr">Examples</legend>
              {examples.map(({ name }, index) => (
                <button type="button" class="chip" aria-pressed={index === at} onClick={() => setAt(index)}>
                  {name}
                </button>
              ))}
            </fieldset>
          )}
          <Json value={example.value} label={`Example ${example.name}`} />
        </>
      )}
      {members.length > 1 && (
        <details class="schema">
          <summary>Schema</summary>
          <dl class="members">
            {members
              .filter(({ path }) => path !== '')
              .map(({ path, type, required, description }) => (
                <div>
                  <dt>
                    <code>{path}</code>
                    {required && <span class="required">required</span>}
                  </dt>
                  <dd>
                    <span class="type">{type}</span> <Prose text={description} />
                  </dd>
                </div>
              ))}
          </dl>
        </details>
      )}
    </div>
  );
}
