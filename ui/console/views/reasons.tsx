import type { ComponentChildren, VNode } from 'preact';
import type { RequestDetails } from '../api.ts';

type Slot = RequestDetails['summary']['reasons'][number]['slot'];
type Violation = RequestDetails['summary']['violations'][number];

const titles: Readonly<Record<Slot, string>> = {
  route: 'Route',
  authenticate: 'Credentials',
  validate: 'Validation',
  behave: 'Behaviour',
  negotiate: 'Response',
  generate: 'Body',
  respond: 'Answer',
};

/** Where a response came from. */
export const sources: Readonly<Record<RequestDetails['summary']['source'], string>> = {
  example: 'a documented example',
  schema: 'a sample of the schema',
  dynamic: 'drawn from the schema',
  state: 'what is stored',
  implementation: 'the implementation',
  override: 'a forced body',
  upstream: 'the upstream server',
  problem: 'the mock itself',
  empty: 'no body',
};

/** The decisions on the way to the response, in their order. */
export function Reasons({ details }: { readonly details: RequestDetails }): VNode {
  const { summary, route, pathParameters = {} } = details;
  const { reasons, violations, operation } = summary;
  const ofRequest = violations.filter(({ location }) => location[0] !== 'response');
  const ofResponse = violations.filter(({ location }) => location[0] === 'response');
  const later = reasons.filter(({ slot }) => slot !== 'route' && slot !== 'validate');
  const hints = reasons.filter(({ slot }) => slot === 'route');
  const parameters = Object.entries(pathParameters);
  return (
    <section class="why">
      <h3>Why this answer?</h3>
      <ol>
        <Step title="Route" good={route !== undefined}>
          {route === undefined ? (
            <>
              <p>no operation has this method and path</p>
              {hints.map(({ text }) => (
                <p key={text}>{text}</p>
              ))}
            </>
          ) : (
            <>
              <code>{route}</code> of <code>{operation?.split('.')[0]}</code>
              {parameters.map(([name, value]) => (
                <>
                  {', '}
                  <code>{name}</code> = <code>{value}</code>
                </>
              ))}
            </>
          )}
        </Step>
        {route !== undefined && (
          <Step title="Request" good={!ofRequest.some(isError)}>
            {ofRequest.length === 0 ? 'agrees with the contract' : <Violations list={ofRequest} />}
          </Step>
        )}
        {[...Map.groupBy(later, ({ slot }) => slot)].map(([slot, notes]) => (
          <Step key={slot} title={titles[slot]} good={slot !== 'respond' && slot !== 'authenticate'}>
            {notes.map(({ text }) => (
              <p key={text}>{text}</p>
            ))}
          </Step>
        ))}
        {ofResponse.length > 0 && (
          <Step title="Promise" good={!ofResponse.some(isError)}>
            <Violations list={ofResponse} />
          </Step>
        )}
      </ol>
    </section>
  );
}

interface StepProps {
  readonly title: string;
  readonly good: boolean;
  readonly children: ComponentChildren;
}

function Step({ title, good, children }: StepProps): VNode {
  return (
    <li class={good ? 'good' : 'bad'}>
      <b>{title}</b>
      <div>{children}</div>
    </li>
  );
}

function Violations({ list }: { readonly list: readonly Violation[] }): VNode {
  return (
    <ul class="violations">
      {list.map(({ location, message, severity }) => (
        <li class={severity.toLowerCase()}>
          {location.length > 1 && <code>{location.slice(1).join('.')}</code>} {message}
        </li>
      ))}
    </ul>
  );
}

function isError({ severity }: Violation): boolean {
  return severity === 'Error';
}
