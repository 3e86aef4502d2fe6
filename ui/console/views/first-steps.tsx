import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { api, type Operation } from '../api.ts';
import { Command } from '../parts/copy.tsx';
import { exampleCurl } from '../parts/example-curl.ts';
import { Empty } from '../parts/marks.tsx';
import type { Model } from '../store.ts';

const MOST = 3;

/** What stands where a request would: commands to try, ready to copy. */
export function FirstSteps({ model, any }: { readonly model: Model; readonly any: boolean }): VNode {
  const commands = useCommands(model.operations, !any);
  if (any) {
    return (
      <Empty title="Why this answer?">
        <p>
          Choose a request to see which operation it matched, what the contract said of it, and why it was
          answered so.
        </p>
        <ul class="keys">
          <li>
            <kbd>↓</kbd> <kbd>↑</kbd> from request to request
          </li>
          <li>
            <kbd>Enter</kbd> open
          </li>
          <li>
            <kbd>→</kbd> <kbd>←</kbd> open and go there, and back
          </li>
          <li>
            <kbd>Esc</kbd> close
          </li>
          <li>
            <kbd>/</kbd> search
          </li>
          <li>
            <kbd>1</kbd>–<kbd>4</kbd> views
          </li>
        </ul>
      </Empty>
    );
  }
  return (
    <Empty title="Send the first request">
      <p>
        Let your frontend use <code>{location.origin}</code>, or try one of these. Every request appears here
        at once, with the reasons for its answer.
      </p>
      {commands.map((command) => (
        <Command key={command} text={command} />
      ))}
    </Empty>
  );
}

function useCommands(operations: readonly Operation[], wanted: boolean): readonly string[] {
  const [commands, setCommands] = useState<readonly string[]>([]);
  const first = wanted ? operations.slice(0, MOST) : [];
  const names = first.map(({ contract, operation }) => `${contract}/${operation}`).join();
  useEffect(() => {
    let gone = false;
    const load = async () => {
      const documents = await Promise.all(first.map((one) => api.describe(one.contract, one.operation)));
      if (!gone) setCommands(documents.map(exampleCurl));
    };
    void load();
    return () => {
      gone = true;
    };
  }, [names]);
  return commands;
}
