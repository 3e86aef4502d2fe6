/** The layout as rules: each arrow that may not be drawn, with its reason. `npm run arrows` holds them. */

const room = (name) => `^(src/)?${name}/`;

/** A rule: files of `from` never import files of `to`. */
const never = (name, from, to, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: to },
});

export default {
  forbidden: [
    never(
      'contract-is-the-ground',
      room('contract'),
      ['^mock/', '^src/(?!contract/)', '^ui/'],
      'The contract engine knows OpenAPI and nothing else: no server, no runner, no command line.',
    ),
    never(
      'evidence-is-the-ground',
      room('evidence'),
      ['^mock/', '^src/(?!evidence/|contract/|node/)', '^ui/'],
      'Evidence is data about a run. Who runs and who reads it is none of its business.',
    ),
    never(
      'mock-is-not-the-server',
      '^mock/',
      '^src/(?!contract/|node/|types/)',
      'That the mock and the server pass the same checks proves something only while neither knows the other.',
    ),
    never(
      'server-is-not-the-mock',
      '^src/server/',
      ['^mock/', '^src/(?!server/|contract/|node/|types/)', '^ui/'],
      'The server is driven by the contracts alone, and must run without the test tools.',
    ),
    never(
      'checks-judge-one-exchange',
      '^src/checks/',
      ['^mock/', '^src/(?!checks/|contract/)'],
      'A check sees one exchange and its contract; it remembers nothing and prints nothing.',
    ),
    never(
      'checklist-runs',
      '^src/checklist/',
      ['^mock/', '^src/(?!checklist/|checks/|evidence/|contract/|node/)', '^ui/'],
      'The runner tells what happens by events. It knows neither reports nor the server under test.',
    ),
    never(
      'reports-only-read',
      '^src/reports/',
      ['^mock/', '^src/(?!reports/|evidence/|contract/|node/|gate/trace)'],
      'A report is a pure function of evidence, so that any run, also a stored one, can be reported again.',
    ),
    never(
      'gate-only-reads',
      '^src/gate/',
      ['^mock/', '^src/(?!gate/|evidence/|contract/)', '^ui/'],
      'The verdict of a build is made from evidence and contracts, not by running things itself.',
    ),
    never(
      'types-are-generated',
      '^src/types/',
      '.',
      'Generated from the documents: they import nothing, so anybody may import them.',
    ),
    never(
      'client-is-types-and-fetch',
      '^src/client/',
      ['^mock/', '^src/(?!client/|types/)', '^ui/'],
      'It is bundled into other people’s pages: the types of the contracts, openapi-fetch, and nothing else.',
    ),
    never(
      'nobody-imports-the-command-line',
      '^(mock|ui|src/(?!cli/))',
      '^src/cli/',
      'The command line puts the rooms together; a room that knew it could not be used without it.',
    ),
    {
      name: 'no-circles',
      comment: 'A circle means that two files are one idea, or that an idea is missing.',
      severity: 'error',
      from: { pathNot: '^src/cli/' },
      to: { circular: true },
    },
    {
      name: 'no-circles-of-code',
      comment: 'A command and what it loads know types of each other: the flags stand beside their options.',
      severity: 'error',
      from: { path: '^src/cli/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'nothing-from-dev-dependencies',
      comment: 'What is published must not need what is not installed with it.',
      severity: 'error',
      from: { path: '^(src|mock)/', pathNot: '^(src/types|mock/prism|mock/msw|src/cli/check/own-postgres)' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: 'specify',
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
