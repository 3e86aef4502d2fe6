import { expect, test } from 'vitest';
import { noServerErrorDetails } from '../../src/checks/no-server-error-details.ts';
import { anAnswer } from './exchanges.ts';

const failed = (body: unknown, status = 500) => noServerErrorDetails.judge(anAnswer({ status, body }));

test.each([
  ['JavaScript', 'Error: boom\n    at login (/srv/app/login.js:10:15)'],
  ['JavaScript without a function', 'Error\n    at file:///srv/app/main.mjs:3:1'],
  ['JavaScript on Windows', 'Error\n    at async C:\\app\\main.js:3:1'],
  ['Python', 'Traceback (most recent call last):\n  File "/app/main.py", line 3, in login'],
  ['Java', 'java.lang.NullPointerException\n\tat com.example.Login.run(Login.java:42)'],
  ['PHP', 'PHP Fatal error\n#0 /var/www/login.php(12): run()'],
  ['Go', 'panic: boom\n\ngoroutine 1 [running]:'],
  ['.NET', 'System.Exception: boom\n   at App.Login.Run() in C:\\src\\Login.cs:line 42'],
  ['Ruby', "app/login.rb:12:in `run'"],
])('reports a stack trace of %s, in text and inside JSON', (_, trace) => {
  expect(failed(trace)).toHaveLength(1);
  expect(failed({ detail: trace })).toHaveLength(1);
});

test.each([
  ['a query', 'could not run SELECT id, hash FROM users WHERE login = $1'],
  ['a query with quoted names', 'SELECT "id" FROM "users"'],
  ['an insertion', "INSERT INTO users (login, hash) VALUES ('bob', 'x')"],
  ['a change', 'UPDATE accounts SET balance = balance - 1'],
  ['a deletion', 'DELETE FROM sessions WHERE id = 7'],
  ['PostgreSQL', 'duplicate key value violates unique constraint "users_email_key"'],
  ['MySQL', 'You have an error in your SQL syntax; check the manual'],
  ['PHP', 'SQLSTATE[23000]: Integrity constraint violation'],
  ['SQLite', 'SQLITE_CONSTRAINT: UNIQUE constraint failed: users.email'],
  ['Oracle', 'ORA-00942: table or view does not exist'],
])('reports SQL of %s, in text and inside JSON', (_, sql) => {
  expect(failed(sql)).toMatchObject([
    { expected: 'no SQL', message: expect.stringContaining('shows SQL: ') },
  ]);
  expect(failed({ detail: sql }, 409)).toHaveLength(1);
});

test('a statement is shown up to the name of its table', () => {
  expect(failed({ detail: 'SELECT id FROM app.users WHERE id = 1' })).toMatchObject([
    { actual: '"SELECT id FROM app.users"' },
  ]);
});

test.each([
  { detail: 'Select one of the plans from the list where it fits' },
  { detail: 'Please UPDATE your profile, then insert into the form what is missing' },
  { detail: 'Invalid credentials' },
  { detail: 'Error at line 3, column 10:15 of your file' },
  { detail: 'See https://example.com/errors:404 at /help' },
  { detail: 'The shop is closed at 18:00:00' },
])('silent: %j', (body) => {
  expect(failed(body, 400)).toEqual([]);
});

test('a book about stack traces may hold one', () => {
  expect(failed({ id: 7, title: 'at x (/a.js:1:2)' }, 200)).toEqual([]);
});

test('a body made to be slow to search takes no time worth noting', () => {
  expect(failed('at '.repeat(100_000))).toEqual([]);
  expect(failed('SELECT '.repeat(100_000))).toEqual([]);
});
