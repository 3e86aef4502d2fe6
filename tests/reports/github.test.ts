import { expect, test } from 'vitest';
import { aBrokenCheck, aCheck, aFailedCheck, evidenceOf, oneOfEach } from '../../fixtures/evidence/build.ts';
import { reportText } from './gather.ts';

test('each failed or broken check is one annotation, passed and skipped ones are none', async () => {
  const lines = (await reportText('github', evidenceOf(oneOfEach()))).trimEnd().split('\n');
  expect(lines.map((line) => line.slice(0, line.indexOf(' ')))).toEqual(['::error', '::error', '::notice']);
});

test('an annotation lands on the line where the check is written', async () => {
  const text = await reportText('github', evidenceOf([aFailedCheck()]), {
    positionOf: () => ({ file: 'spec/checklists/a,b.arazzo.yaml', line: 12, column: 5 }),
  });
  expect(text).toMatch(/^::error file=spec\/checklists\/a%2Cb\.arazzo\.yaml,line=12,col=5,title=/);
});

test('an annotation lands on the criterion that was not met, where it is known', async () => {
  const [finding] = aFailedCheck().findings;
  if (!finding) throw new Error('the fixture has no finding');
  const findings = [finding, { ...finding, location: 'spec/checklists/shop.arazzo.yaml:31:11' }];
  const text = await reportText('github', evidenceOf([aFailedCheck({ findings })]), {
    positionOf: () => ({ file: 'spec/checklists/shop.arazzo.yaml', line: 12, column: 5 }),
  });
  expect(text).toMatch(/^::error file=spec\/checklists\/shop\.arazzo\.yaml,line=31,col=11,title=/);
});

test('line ends and percent signs of a message are escaped', async () => {
  const text = await reportText(
    'github',
    evidenceOf([aBrokenCheck({ reason: '100% gone\r\n::set-env name=X::y', exchanges: [] })]),
  );
  expect(text.split('\n')[0]).toMatch(/::100%25 gone%0D%0A::set-env name=X::y$/);
});

test('a step summary shows what failed and folds the rest away', async () => {
  const [shown = '', folded = ''] = (await reportText('github-summary', evidenceOf(oneOfEach()))).split(
    '<details>',
  );
  expect(shown).toContain('Неверный пароль');
  expect(shown).not.toContain('Валидный логин');
  expect(folded).toContain('Валидный логин');
});

test('a step summary of a very long run stays below what GitHub takes', async () => {
  const checks = Array.from({ length: 10_000 }, (_, index) =>
    (index % 2 ? aCheck : aFailedCheck)({ id: `c/${index}` }),
  );
  const text = await reportText('github-summary', evidenceOf(checks));
  expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024);
  expect(text.trimEnd()).toMatch(/<\/details>$/);
});
