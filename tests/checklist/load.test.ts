import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadChecklist, loadChecklists } from '../../src/checklist/load.ts';
import { formatProblem } from '../../src/contract/finding.ts';
import { fixtures } from './support.ts';

async function problemsOf(file: string): Promise<string[]> {
  const { problems } = await loadChecklist(`${fixtures}/${file}`);
  return problems.map((problem) => formatProblem(problem).replace(`${fixtures}/${file}:`, ''));
}

async function loadText(text: string, name = 'one.arazzo.yaml') {
  const folder = await mkdtemp(join(tmpdir(), 'checklist-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, name), text);
  return loadChecklist(join(folder, name));
}

/** What is wrong with a step of a checklist that is right in all else. */
async function problemsIn(step: string) {
  const { problems } = await loadText(`arazzo: 1.0.1
info: { title: t, version: '1' }
sourceDescriptions: [{ name: shop, url: ${join(process.cwd(), fixtures, 'shop.yaml')} }]
workflows:
  - workflowId: w
    steps:
      - ${step}
  - workflowId: other
    steps: [{ stepId: s, operationId: listPets }]
`);
  return problems.map(({ message, severity }) => ({ message, severity }));
}

describe('loading a checklist', () => {
  it('tells every mistake with its line and column', async () => {
    const problems = await problemsOf('mistakes.arazzo.yaml');
    const expected = [
      '5:19: the contract "gone" could not be loaded',
      '8:5: a workflow has no field "sumary"; did you mean "summary"?',
      '12:9: a step needs exactly one of operationId, operationPath and workflowId',
      '15:22: shop has no operation "listPet"; did you mean "listPets"?',
      '16:22: shop has no operation at /paths/~1pet/get; did you mean "/paths/~1pets/get"?',
      '22:13: "$statusCode = 200": expected an operator, found "= 200"; did you mean "=="? (character 13)',
      '23:15: "[" is not a regular expression',
      '24:15: condition "$.pets["',
      '25:15: condition "///"',
      '26:13: a criterion with a type needs a "context"',
      '27:54: unknown type "sql"',
      '29:17: there is no workflow "nobody"',
      '35:36: $inputs.logn: the workflow has no input "logn"; did you mean "login"?',
      '36:36: $steps.b.outputs.token: the step "b" has no output "token"',
      '36:36: $steps.b.outputs.token: the step "b" runs later than this one',
      '37:36: $steps.c.outputs.token: there is no step "c"',
      '38:36: "$inputs.login is nice": unexpected " is nice"',
      '39:24: "in: heder" is none of path, query, querystring, header, cookie; did you mean "header"?',
      '40:47: there is no workflow "bad-reference"',
      '41:23: there is no component "$components.failureActions.again"',
      '42:9: the path /pets/{id} needs a parameter "id"',
      '45:9: the step "b" is there twice',
      '46:9: there is no workflow "unknown-fields"',
      '47:5: the workflow waits for itself: circle-one → circle-two → circle-one',
      '50:5: the workflow waits for itself: circle-two → circle-one → circle-two',
    ];
    expect(problems.map((problem, index) => problem.slice(0, expected[index]?.length))).toEqual(expected);
  });

  it('tells where a contract cannot be read, in the file of the contract', async () => {
    const readme = join(process.cwd(), 'README.md');
    const { problems } = await loadText(`arazzo: 1.0.1
info: { title: t, version: '1' }
sourceDescriptions: [{ name: shop, url: ${readme} }]
workflows: [{ workflowId: w, steps: [{ stepId: s, operationId: listPets }] }]
`);
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringContaining(`the contract "shop" could not be loaded: ${readme}:3:10: this is not YAML`),
    ]);
  });

  it('keeps the workflows that have no mistake', async () => {
    const { checklist } = await loadChecklist(`${fixtures}/mistakes.arazzo.yaml`);
    expect([...(checklist?.workflows.keys() ?? [])]).toEqual(['circle-one', 'circle-two']);
  });

  it.each([
    ['nowhere.arazzo.yaml', 'there is no such file'],
    ['shop.yaml', 'shop.yaml:1:1: this is not a checklist'],
  ])('says why %s is no checklist', async (file, message) => {
    const { checklist, problems } = await loadChecklist(`${fixtures}/${file}`);
    expect(checklist).toBeUndefined();
    expect(problems.map(formatProblem).join()).toContain(message);
  });

  it('reads JSON as well as YAML, and names the checklist after its file', async () => {
    const text = JSON.stringify({
      arazzo: '1.0.0',
      info: { title: 'JSON', version: '1' },
      sourceDescriptions: [{ name: 'shop', url: join(process.cwd(), fixtures, 'shop.yaml') }],
      workflows: [{ workflowId: 'w', steps: [{ stepId: 's', operationId: 'listPets' }] }],
    });
    const { checklist, problems } = await loadText(text, 'pets.arazzo.json');
    expect(problems).toEqual([]);
    expect(checklist?.name).toBe('pets');
  });

  it('tells what a bare document lacks', async () => {
    const { problems } = await loadText('arazzo: 1.0.1\n');
    expect(problems.map(({ message }) => message)).toEqual([
      '"info" needs "title"',
      '"info" needs "version"',
      'a checklist needs at least one source description',
      'a checklist needs at least one workflow',
    ]);
  });

  it('refuses a version that may mean anything', async () => {
    const { problems } = await loadText('arazzo: 2.0.0\n');
    expect(problems[0]).toMatchObject({
      severity: 'error',
      message: 'Arazzo "2.0.0" is not known here; 1.0 and 1.1 are',
    });
  });

  it('warns of a version it does not know, and of an expression that is only nearly one', async () => {
    const shop = join(process.cwd(), fixtures, 'shop.yaml');
    const { checklist, problems } = await loadText(`arazzo: 1.9.0
info: { title: t, version: '1' }
sourceDescriptions: [{ name: shop, url: ${shop} }]
workflows:
  - workflowId: w
    steps:
      - { stepId: s, operationId: listPets, parameters: [{ name: a, in: header, value: $input.b }] }
`);
    expect(problems.map(({ severity, message }) => `${severity}: ${message}`)).toEqual([
      'warning: Arazzo "1.9.0" is not known here; 1.0 and 1.1 are',
      'warning: "$input.b" looks like an expression; did you mean "$inputs."?',
    ]);
    expect(checklist?.workflows.size).toBe(1);
  });

  it.each([
    [
      'parameters: [{ name: idz, in: query, value: 1 }]',
      'listPets has no query parameter "idz"; did you mean "ids"?',
    ],
    [
      'parameters: [{ name: ids, in: query, value: $inputs.nope }]',
      '$inputs.nope: the workflow has no input "nope"',
    ],
    [
      'requestBody: { contentType: aplication/json, payload: {} }',
      'createPet takes no "aplication/json"; did you mean "application/json"?',
    ],
    [
      'outputs: { id: steps.s.id }',
      'the output "id" is always the text "steps.s.id": expressions begin with $',
    ],
  ])('warns of what is right and probably not meant: %s', async (slip, message) => {
    const operationId = slip.startsWith('requestBody') ? 'createPet' : 'listPets';
    expect(await problemsIn(`{ stepId: s, operationId: ${operationId}, ${slip} }`)).toEqual([
      { message, severity: 'warning' },
    ]);
  });

  it.each([
    [
      'parameters: [{ name: a, in: query, value: $response.body#id }]',
      '"$response.body#id": a JSON Pointer begins with "/" (character 16)',
    ],
    ['x-log: { levl: info }', 'an expected log line has no field "levl"; did you mean "level"?'],
    [
      'successCriteria: [$statusCode == 200]',
      'a criterion has to be an object: write "condition: $statusCode == 200"',
    ],
    ['x-log: pet made', 'an expected log line has to be an object'],
    [
      'onFailure: [{ name: a, type: retry, retryLimit: 2.5 }]',
      '"retryLimit" of a failure action has to be a whole number, 0 or more',
    ],
    [
      'onFailure: [{ name: a, type: retry, retryAfter: -1 }]',
      '"retryAfter" of a failure action has to be a number, 0 or more',
    ],
    [
      'outputs: { a: $workflows.other.outputs.a }',
      '$workflows.other.outputs.a: nothing runs "other" before this: name it in "dependsOn"',
    ],
  ])('tells of %s', async (slip, message) => {
    expect(await problemsIn(`{ stepId: s, operationId: listPets, ${slip} }`)).toEqual([
      { message, severity: 'error' },
    ]);
  });

  it('tells of a step with a mistake once, not again wherever its outputs are used', async () => {
    const step = '{ stepId: s, operationId: listPet, outputs: { id: $response.body } }';
    expect(
      await problemsIn(
        `${step}\n      - { stepId: t, operationId: listPets, outputs: { id: $steps.s.outputs.id } }`,
      ),
    ).toEqual([{ message: 'there is no operation "listPet"; did you mean "listPets"?', severity: 'error' }]);
  });

  it('tells of a default that is not what its input has to be', async () => {
    const shop = join(process.cwd(), fixtures, 'shop.yaml');
    const { problems } = await loadText(`arazzo: 1.0.1
info: { title: t, version: '1' }
sourceDescriptions: [{ name: shop, url: ${shop} }]
workflows:
  - workflowId: w
    inputs: { properties: { n: { type: integer, default: many }, m: { type: integer, default: 3 } } }
    steps: [{ stepId: s, operationId: listPets }]
`);
    expect(problems).toMatchObject([
      {
        severity: 'error',
        message: 'the default does not fit: the input "n" must be integer, "many" was given',
        position: { line: 6 },
      },
    ]);
  });

  it('refuses two checklists of one name: their checks would go by the same ids', async () => {
    const files = ['a/shop.arazzo.yaml', 'b/shop.arazzo.yaml', 'b/shop.arazzo.yaml'];
    const { problems } = await loadChecklists(files);
    const message =
      'the checklists a/shop.arazzo.yaml and b/shop.arazzo.yaml have one name, "shop": rename all but one';
    expect(problems).toContainEqual({ severity: 'error', message });
  });

  it('loads a contract once, however many checklists use it', async () => {
    const { checklists } = await loadChecklists([
      `${fixtures}/many.arazzo.yaml`,
      `${fixtures}/actions.arazzo.yaml`,
    ]);
    const [first, second] = checklists.map(({ contracts }) => contracts.get('shop'));
    expect(first).toBeDefined();
    expect(first).toBe(second);
  });

  it('names every file it was read from', async () => {
    const { checklist } = await loadChecklist(`${fixtures}/workflows.arazzo.yaml`);
    expect(checklist?.files.map((file) => file.split('/').at(-1))).toEqual([
      'workflows.arazzo.yaml',
      'shop.yaml',
      'shared.arazzo.yaml',
    ]);
  });
});
