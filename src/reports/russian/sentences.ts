/**
 * The sentences that checks and the runner form in English, in Russian. A sentence is looked up from the top; `$1` is
 * what the pattern caught, as it is, `~1` the same, translated. What a document or a server says never changes.
 */
export const sentences: readonly (readonly [english: RegExp, russian: string])[] = [
  // Findings of the automatic checks.
  [/^expected a documented status \((.*)\), got (.*)$/, 'статус $2 не описан; описаны: $1'],
  [/^expected Content-Type (.*), got (.*)$/, 'ожидался Content-Type ~1, получен ~2'],
  [
    /^expected no internals in a (\d+) response, its body shows (a stack trace|SQL): (.*)$/s,
    'ответ $1 не должен показывать внутренности, а в его теле виден ~2: $3',
  ],
  [/^a stack trace$/, 'stack trace'],
  [/^expected X-Request-ID (.*) back, got (.*)$/, 'ожидался тот же X-Request-ID $1, получен $2'],
  [/^expected header (\S+), it is missing$/, 'ожидался заголовок $1, его нет'],
  [/^header (\S+) (must .*), got (.*)$/s, 'заголовок $1: ~2, получено $3'],
  [/^(\$response\.body\S*) (must .*), got (.*)$/s, '$1: ~2, получено ~3'],
  [
    /^(\$response\.body\S*) is writeOnly, a response must not show it$/,
    '$1 — writeOnly, ответ не должен это показывать',
  ],
  [/^documented body is missing: (.*)$/, 'описанного тела нет: $1'],
  [/^a response with status (\d+) to (\S+) has no body$/, 'у ответа $1 на $2 не должно быть тела'],
  [/^no body is documented for this response$/, 'у этого ответа тело не описано'],
  [/^body is not text in its charset$/, 'тело нельзя прочитать в его кодировке'],
  [
    /^body is not acceptable JSON at line (\d+), column (\d+): (.*)$/s,
    'тело — неправильный JSON, строка $1, столбец $2: ~3',
  ],

  [/^unexpected text after the value$/, 'лишний текст после значения'],
  [/^the text ends too early$/, 'текст обрывается'],
  [/^the text ends inside a string$/, 'текст обрывается внутри строки'],
  [/^a value is expected$/, 'ожидалось значение'],
  [/^a property name in double quotes is expected$/, 'ожидалось имя поля в двойных кавычках'],
  [/^('.') or ('.') is expected$/, 'ожидалось $1 или $2'],
  [/^(':') is expected$/, 'ожидалось $1'],
  [/^nested deeper than (\d+) levels$/, 'вложенность больше $1 уровней'],

  // What a schema asks for.
  [/^must be ((?:null|boolean|integer|number|string|array|object)(?: or \w+)*)$/, 'должно иметь тип ~1'],
  [/^(null|boolean|integer|number|string|array|object) or (.*)$/, '$1 или ~2'],
  [/^must have required property '(.*)'$/, 'нет обязательного поля "$1"'],
  [/^must not have (?:additional|unevaluated) property '(.*)'$/, 'поле "$1" не описано'],
  [/^must match format (.*)$/, 'должно соответствовать формату $1'],
  [/^must match pattern (.*)$/s, 'должно соответствовать шаблону $1'],
  [/^must be one of: (.*)$/s, 'должно быть одним из: $1'],
  [/^must NOT have fewer than (\d+) characters$/, 'символов должно быть не меньше $1'],
  [/^must NOT have more than (\d+) characters$/, 'символов должно быть не больше $1'],
  [/^must NOT have fewer than (\d+) items$/, 'элементов должно быть не меньше $1'],
  [/^must NOT have more than (\d+) items$/, 'элементов должно быть не больше $1'],
  [/^must NOT have fewer than (\d+) properties$/, 'полей должно быть не меньше $1'],
  [/^must NOT have more than (\d+) properties$/, 'полей должно быть не больше $1'],
  [/^must be multiple of (.*)$/, 'должно делиться на $1'],
  [
    /^must not have duplicate items \(items (\d+) and (\d+) are identical\)$/,
    'не должно быть повторов (элементы $1 и $2 одинаковы)',
  ],
  [
    /^must match exactly one of (\d+) alternatives, matches (\d+)$/,
    'должен подходить ровно один вариант из $1, подходит $2',
  ],
  [/^must match one of the alternatives: (.*)$/s, 'не подходит ни один вариант: ~1'],
  [/^must not be there$/, 'этого не должно быть'],
  [/^must be (.*)$/s, 'должно быть $1'],
  [/^(.*?); or (must .*)$/s, '~1; или ~2'],

  // Findings of the runner.
  [/^expected (\S+) to match (\/.*\/), got (.*)$/s, 'ожидалось, что $1 соответствует $2, получено ~3'],
  [
    /^expected (\S+) to hold (.*), got (.*) \((a filter behind \$ .*|the context is not an XML text)\)$/s,
    'ожидалось, что в $1 выполняется $2, получено ~3 (~4)',
  ],
  [
    /^a filter behind \$ looks at the members of the root, .*$/,
    'фильтр после $ смотрит на то, что внутри корня, а не на сам корень',
  ],
  [/^the context is not an XML text$/, 'это не текст XML'],
  [/^expected (\S+) to hold (.*), got (.*)$/s, 'ожидалось, что в $1 выполняется $2, получено ~3'],
  [
    /^expected the log line (.*), found no line of this request in (.*)$/s,
    'ожидалась запись в логе: ~1; записей этого запроса нет в $2',
  ],
  [/^expected the log line (.*), found (.*)$/s, 'ожидалась запись в логе: ~1; найдено: $2'],
  [/^expected (.*), got (.*)$/s, 'ожидалось $1, получено ~2'],
  [/^([A-Z]+ https?:\S+): (.*)$/s, '$1: ~2'],
  [/^no answer within (\d+) ms$/, 'нет ответа за $1 мс'],
  [/^the server closed the connection without an answer$/, 'сервер закрыл соединение без ответа'],
  [
    /^the server closed the connection in the middle of its answer \((\d+)\)$/,
    'сервер закрыл соединение посреди ответа ($1)',
  ],
  [/^the answer \((\d+)\) did not end within (\d+) ms$/, 'ответ ($1) не закончился за $2 мс'],
  [
    /^the body of the answer \((\d+)\) is longer than (\d+) MB, the most that is read$/,
    'тело ответа ($1) больше $2 МБ, дальше не читается',
  ],
  [
    /^the body of the answer \((\d+)\) is not (\S+), as its Content-Encoding says$/,
    'тело ответа ($1) — не $2, как обещает Content-Encoding',
  ],
  [
    /^not retried: the server asks to wait (.*), more than (.*)$/,
    'не повторялось: сервер просит подождать $1, это больше $2',
  ],
  [/^the check stopped here: (.*)$/s, 'здесь проверка остановилась: ~1'],

  // Why a check was skipped or could not be judged.
  [/^not run: (.*)$/s, 'не запускалась: ~1'],
  [/^cannot reach (\S+): (.*)$/s, 'нет связи с $1: ~2'],
  [/^connection refused; is the server running\?$/, 'в соединении отказано; запущен ли сервер?'],
  [/^the connection timed out; is the server running\?$/, 'время соединения вышло; запущен ли сервер?'],
  [/^no route to the host; is the server running\?$/, 'нет маршрута до хоста; запущен ли сервер?'],
  [/^there is no such host; is the name right\?$/, 'такого хоста нет; верно ли имя?'],
  [
    /^it does not speak TLS; is it http:\/\/ instead of https:\/\/\?$/,
    'он не говорит по TLS; может быть, http:// вместо https://?',
  ],
  [
    /^it speaks TLS; is it https:\/\/ instead of http:\/\/\?$/,
    'он говорит по TLS; может быть, https:// вместо http://?',
  ],
  [
    /^what answers there does not speak HTTP; is the port right, or is it https:\/\/\?$/,
    'там отвечают не по HTTP; верен ли порт, или это https://?',
  ],
  [
    /^the host name could not be looked up; is there a network\?$/,
    'имя хоста узнать не удалось; есть ли сеть?',
  ],
  [/^no route to the network; is there a network\?$/, 'нет маршрута до сети; есть ли сеть?'],
  [
    /^its certificate is for another host; is the name right\?$/,
    'сертификат выдан другому хосту; верно ли имя?',
  ],
  [/^its certificate has expired$/, 'срок сертификата истёк'],
  [
    /^its certificate is not trusted here \((.*) names one to trust\)$/,
    'сертификату здесь не доверяют (доверенный задаёт $1)',
  ],
  [/^the run was ended before this check was finished$/, 'прогон прервали раньше, чем проверка закончилась'],
  [/^the server did not apply (".*")$/s, 'сервер не применил $1'],
  [
    /^no log source for (".*"): say where the server logs, with --logs$/,
    'неизвестно, где логи $1: укажите с --logs',
  ],
  [/^the input (".*") has no value: give it with (.*)$/, 'нет значения для $1: задайте его с $2'],
  [
    /^the target has no base URL for the contract (".*"): name it with --target$/,
    'у цели нет адреса для контракта $1: укажите с --target',
  ],
  [
    /^an AsyncAPI step cannot be run here, only HTTP requests can$/,
    'шаг AsyncAPI здесь выполнить нельзя, только HTTP-запросы',
  ],
  [
    /^the server has no (".*") API: it was not started for testing$/,
    'на сервере нет API $1: он запущен не для тестов',
  ],
  [/^the workflow (".*") has mistakes$/, 'в проверке $1 есть ошибки'],
  [/^it depends on (".*"), which has mistakes$/, 'зависит от $1, а там есть ошибки'],
  [/^it depends on (".*"), which failed$/, 'зависит от $1, а та не пройдена'],
  [/^it depends on (".*"), which failed: (.*)$/s, 'зависит от $1, а та не пройдена: ~2'],
  [/^it took (\d+) steps without coming to an end$/, 'за $1 шагов не пришла к концу'],
  [/^step (\S+) cannot be sent: (.*)$/s, 'шаг $1 нельзя отправить: ~2'],
  [/^action (\S+): (.*)$/s, 'действие $1: ~2'],
  [/^(.*) ha(?:s|ve) no value$/, 'нет значения: ~1'],
  [/^(\$\S+|the path parameter ".*?") and (.*)$/s, '~1 и ~2'],
  [/^the path parameter (".*")$/, 'параметр пути $1'],
  [/^the input (".*?") (must .*), (.*) was given$/s, 'входное значение $1: ~2, а задано $3'],
  [/^the request body could not be made: (.*)$/s, 'не удалось собрать тело запроса: ~1'],
  [/^replacement (".*?"): (.*)$/s, 'замена $1: ~2'],
  [/^(\S+) does not exist$/, '$1 не существует'],
  [/^the (?:query|expression) selects nothing$/, 'не выбрано ничего'],
  [/^step (\S+): (.*)$/s, 'шаг $1: ~2'],

  // Expected and actual values in words.
  [/^nothing$/, 'ничего'],
  [/^missing$/, 'нет'],
  [/^no body$/, 'без тела'],
  [/^(\S+) to match (\/.*\/)$/s, '$1 соответствует $2'],
  [/^(\S+) to hold (.*)$/s, 'в $1 выполняется $2'],
  [/^at most (\d+) s$/, 'не больше $1 с'],
  [/^no Content-Type$/, 'без Content-Type'],
  [/^no (stack trace|SQL)$/, 'без $1'],
  [/^a number out of range$/, 'число вне диапазона'],
  [/^no log line$/, 'записи нет'],
  [/^no answer$|^a response$/, 'ответ'],
  [/^of any kind$/, 'любая'],
  [/^header (\S+)$/, 'заголовок $1'],
  [/^type (\w+(?: or \w+)*)$/, 'тип ~1'],
  [/^property (".*")$/, 'поле $1'],
  [/^only (".*)$/s, 'только $1'],
  [/^one of (".*)$/s, 'одно из $1'],
  [/^format (".*")$/, 'формат $1'],
  [/^pattern (".*")$/s, 'шаблон $1'],

  // Targets.
  [/^own server \(SQLite in memory\)$/, 'свой сервер (SQLite в памяти)'],
  [/^own server \(PostgreSQL\)$/, 'свой сервер (PostgreSQL)'],
];
