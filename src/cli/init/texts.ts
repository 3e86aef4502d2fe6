import type { JsonObject } from '../../contract/json.ts';

interface ConfigFacts {
  readonly checklists: string;
  readonly services: readonly {
    /** Contract id. */
    readonly id: string;
    /** As `sverka.config.yaml` names it. */
    readonly document: string;
    /** Base URL of the API. */
    readonly target: string;
  }[];
}

/** `sverka.config.yaml`, with the schema that lets editors complete it. */
export function configText({ checklists, services }: ConfigFacts): string {
  const [only, ...others] = services;
  const single = only !== undefined && others.length === 0;
  const list = services.map(({ document }) => `\n  - ${scalar(document)}`).join('');
  const targets = services.map(({ id, target }) => `\n    ${scalar(id)}: ${scalar(target)}`).join('');
  return `# yaml-language-server: $schema=./node_modules/sverka/dist/src/cli/config/config.schema.json
contracts:${single ? ` ${scalar(only.document)}` : list}
checklists: ${scalar(checklists)}
check:
  # What the checks are run against, unless --target says otherwise.
  target:${single ? ` ${scalar(only.target)}` : targets}
  # Where it logs: lines are matched to requests by X-Request-ID.
  # logs: [logs/]
`;
}

/** A YAML scalar: plain where that is safe, else in the double quotes that JSON and YAML share. */
function scalar(text: string): string {
  return /^[\w./][\w./:-]*$/.test(text) ? text : JSON.stringify(text);
}

/** The checklist as a file, with a word on what to do with it. */
export async function checklistText(document: JsonObject): Promise<string> {
  const { dump } = await import('js-yaml');
  const head =
    '# One check for each operation, with the examples of its document. Put values in that your API knows, and add\n' +
    '# a workflow for every other promise: what it refuses, and how. Arazzo: https://spec.openapis.org/arazzo/latest.html\n';
  return head + dump(document, { lineWidth: 120, noRefs: true });
}

/** A GitHub workflow: lint, then check, and keep the report. */
export function githubText(inputs: readonly string[]): string {
  const given = inputs.map((name) => ` --input ${name}=\${{ secrets.${secretName(name)} }}`).join('');
  return `name: contract
on: [push, pull_request]
jobs:
  contract:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - uses: actions/setup-node@v5
        with:
          node-version: 24
      - run: npm ci
      - run: npx sverka lint
      # Start the API here, where sverka.config.yaml says that it runs:
      # - run: npm start &
      - run: npx sverka check${given}
      - uses: actions/upload-artifact@v4
        if: always()
        with:
          name: sverka-report
          path: sverka-report
`;
}

function secretName(input: string): string {
  return input
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/\W/g, '_')
    .toUpperCase();
}
