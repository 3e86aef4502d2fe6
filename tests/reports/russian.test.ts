import { describe, expect, test } from 'vitest';
import { judge } from '../../src/checks/registry.ts';
import { whatToDo } from '../../src/gate/parity/advice.ts';
import { gateInRussian, inRussian } from '../../src/reports/russian/translate.ts';
import { anAnswer } from '../checks/exchanges.ts';

describe('in Russian', () => {
  test.each([
    [
      'expected a documented status (200, 401), got 500 (auth-v1 POST /login, #/paths/~1login/post/responses)',
      'статус 500 не описан; описаны: 200, 401 (auth-v1 POST /login, #/paths/~1login/post/responses)',
    ],
    [
      'expected Content-Type no body, got no Content-Type',
      'ожидался Content-Type без тела, получен без Content-Type',
    ],
    ['expected header X-Request-ID, it is missing', 'ожидался заголовок X-Request-ID, его нет'],
    [
      `$response.body#/items must have required property 'next', got only "items"`,
      '$response.body#/items: нет обязательного поля "next", получено только "items"',
    ],
    [
      '$response.body#/price must be integer or null, got "5"',
      '$response.body#/price: должно иметь тип integer или null, получено "5"',
    ],
    ['header Retry-After must be >= 1, got "0"', 'заголовок Retry-After: должно быть >= 1, получено "0"'],
    ['expected $statusCode == 201, got nothing', 'ожидалось $statusCode == 201, получено ничего'],
    [
      'not run: cannot reach http://h:1: connection refused; is the server running?',
      'не запускалась: нет связи с http://h:1: в соединении отказано; запущен ли сервер?',
    ],
    [
      'the input "apiKey" has no value: give it with --input apiKey=…',
      'нет значения для "apiKey": задайте его с --input apiKey=…',
    ],
    [
      'step pay: the request body could not be made: replacement "/b/c": /b does not exist',
      'шаг pay: не удалось собрать тело запроса: замена "/b/c": /b не существует',
    ],
    [
      'step a cannot be sent: $inputs.c and the path parameter "id" have no value',
      'шаг a нельзя отправить: нет значения: $inputs.c и параметр пути "id"',
    ],
    ['action go: $response.body#/n has no value', 'действие go: нет значения: $response.body#/n'],
    [
      'the input "num" must be integer, "x" was given',
      'входное значение "num": должно иметь тип integer, а задано "x"',
    ],
    [
      'expected $response.body to hold /a, got "b" (the context is not an XML text)',
      'ожидалось, что в $response.body выполняется /a, получено "b" (это не текст XML)',
    ],
    ['$response.body to hold $.pets', 'в $response.body выполняется $.pets'],
    ['what nobody foresaw', 'what nobody foresaw'],
  ])('%s', (english, russian) => {
    expect(inRussian(english)).toBe(russian);
  });

  const trace = { error: 'Error\n    at run (file:///srv/app.js:1:2)' };
  test.each([
    ['an undocumented status with a stack trace', anAnswer({ status: 500, body: trace })],
    ['SQL in an error', anAnswer({ status: 500, body: { error: 'DELETE FROM books WHERE id = 7' } })],
    [
      'a member that is writeOnly',
      anAnswer({ body: { id: 7, title: 'x', acquisition: { price: 1, note: 'x' } } }),
    ],
    ['a number out of range', anAnswer({ body: '{"id": 1e400, "title": "x"}' })],
    ['another media type', anAnswer({ headers: { 'content-type': 'text/html' }, body: '<p>' })],
    ['no media type', anAnswer({ headers: { 'content-type': undefined } })],
    ['no headers', anAnswer({ headers: { 'x-request-id': undefined, 'x-shelf': undefined } })],
    ['wrong headers', anAnswer({ headers: { 'x-request-id': 'other', 'x-shelf': '7' } })],
    ['a body that is missing', anAnswer({ body: null })],
    ['a body that is no JSON', anAnswer({ body: '{' })],
    ['a body of another form', anAnswer({ body: { title: 1, state: 'lost', authors: [{ name: 1 }] } })],
  ])('every finding on %s is', (_what, exchange) => {
    const found = judge(exchange).map(({ message }) => inRussian(message));
    expect(found.length).toBeGreaterThan(0);
    for (const message of found) {
      expect(message).toMatch(/[а-я]/);
      expect(message).not.toMatch(/\b(?:expected|must|got|missing)\b/);
    }
  });

  test('what a server says is not touched', () => {
    expect(inRussian('expected $response.body == 1, got "nothing"')).toBe(
      'ожидалось $response.body == 1, получено "nothing"',
    );
  });
});

describe('the gate in Russian', () => {
  test.each([
    ['no check saw POST /orders answer 400', 'ни одна проверка не видела ответ 400 на POST /orders'],
    [
      'shop.addBook: the target says 409, the mock no answer: no answer came from one of them, see the reports',
      'shop.addBook: цель отвечает 409, мок — нет ответа: один из них не ответил, смотрите отчёты',
    ],
    [
      'shop.addBook: the target says 409, the mock 201: no document can state that rule: waive it, and let pages ask for it with "Prefer: code=409". The mock: POST /books; 201 because: …',
      'shop.addBook: цель отвечает 409, мок — 201: такое правило в документе не записать: внесите исключение, а страницы попросят это через "Prefer: code=409". Мок: POST /books; 201 because: …',
    ],
    [
      'shop/add: expected $statusCode == 201, got nothing (and 2 more)',
      'shop/add: ожидалось $statusCode == 201, получено ничего (и ещё 2)',
    ],
    [
      '3 skipped by the target: the server did not apply "Prefer: clock=P1D"',
      '3 пропущено на цели: сервер не применил "Prefer: clock=P1D"',
    ],
    ['7 of 8 contracts since origin/main', 'контрактов: 7 из 8, с origin/main'],
    [
      '2 could not be judged; shop/add: cannot reach http://h:1: connection refused; is the server running?',
      'не удалось проверить: 2; shop/add: нет связи с http://h:1: в соединении отказано; запущен ли сервер?',
    ],
  ])('says %s', (english, russian) => {
    expect(gateInRussian(english)).toBe(russian);
  });

  test.each(
    [200, 201, 204, 400, 401, 404, 409, 422].flatMap((target) =>
      [200, 201, 401, 404, 422].map((mock) => whatToDo(target, mock)),
    ),
  )('tells what to do: %s', (advice) => {
    expect(gateInRussian(advice)).toMatch(/[а-яё]{3}/);
  });
});
