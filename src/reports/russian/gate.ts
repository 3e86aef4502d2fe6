/** The sentences of the gate, in Russian; read like those of the checks. */
export const gateSentences: readonly (readonly [english: RegExp, russian: string])[] = [
  // Findings.
  [/^no check saw (.*) answer (\S+)$/, 'ни одна проверка не видела ответ $2 на $1'],
  [/^no check proves "(.*)"$/s, 'ни одна проверка не доказывает «$1»'],
  [/^(\S+) cites (\S+), which no contract says$/, '$1 ссылается на $2, а этого нет ни в одном контракте'],
  [/^(\S+) does not say what it proves$/, '$1 не говорит, что доказывает'],
  [
    /^the contract (.*) is gone, and with it everything its clients call$/,
    'контракта $1 больше нет, а с ним и всего, что вызывают его клиенты',
  ],
  [
    /^(.*) is no contract any more by the configuration: nobody looks after what its clients call$/,
    '$1 по конфигурации больше не контракт: за тем, что вызывают его клиенты, никто не следит',
  ],
  [/^the waiver of (\S+) ended on (\S+)$/, 'срок исключения $1 вышел $2'],
  [/^the waiver of (\S+) matches nothing any more$/, 'исключению $1 больше ничего не соответствует'],
  [
    /^(\S+) at (.*) excuses no change any more: remove it$/,
    '$1 для $2 больше ничего не извиняет: уберите его',
  ],

  // Parity, with what to do.
  [
    /^(\S+): the target says (.*?), the mock (.*?): (.*?)\. The mock: (.*)$/s,
    '$1: цель отвечает ~2, мок — ~3: ~4. Мок: $5',
  ],
  [/^(\S+): the target says (.*?), the mock (.*?): (.*)$/s, '$1: цель отвечает ~2, мок — ~3: ~4'],
  [
    /^(\w+) on the target, (\w+) on the mock \((.*)\): give the document an example as the check expects it, or waive the difference with its reason$/s,
    'на цели ~1, на моке ~2 (~3): дайте документу пример, какого ждёт проверка, или внесите исключение с причиной',
  ],
  [
    /^a mock sends the lowest 2xx that is documented: document (\d+) alone$/,
    'мок отвечает наименьшим описанным 2xx: оставьте в документе только $1',
  ],
  [
    /^the document refuses a request that the target takes: mend one of them$/,
    'документ запрещает запрос, который цель принимает: исправьте одно из двух',
  ],
  [
    /^the document asks for credentials that the target does not need: mend its `security`$/,
    'документ требует авторизацию, которая цели не нужна: исправьте в нём `security`',
  ],
  [
    /^the mock knows what it was sent and what was removed: let the check create what it asks for$/,
    'мок знает, что ему отправили и что удалили: пусть проверка сама создаёт то, что спрашивает',
  ],
  [
    /^if the document does not ask for these credentials, mend its `security`; a mock cannot tell who they belong to: then waive it$/,
    'если документ не требует этой авторизации, исправьте в нём `security`; чья она, мок знать не может: тогда внесите исключение',
  ],
  [
    /^say in the schema of the request what the target refuses, or waive it: pages get it with (".*")$/,
    'опишите в схеме запроса, что цель не принимает, или внесите исключение: страницы получат это через $1',
  ],
  [
    /^no document can state that rule: waive it, and let pages ask for it with (".*")$/,
    'такое правило в документе не записать: внесите исключение, а страницы попросят это через $1',
  ],
  [
    /^both refuse, each in its way: document (\d+) for this, or mend the target$/,
    'отказывают оба, но по-разному: опишите для этого $1 или исправьте цель',
  ],
  [/^no answer came from one of them, see the reports$/, 'один из них не ответил, смотрите отчёты'],

  // What was looked at.
  [/^(\d+) documents?$/, 'документов: $1'],
  [/^(\d+) of (\d+) contracts since (.*)$/, 'контрактов: $1 из $2, с $3'],
  [/^(\d+) checks$/, 'проверок: $1'],
  [/^(\d+) of (\d+) documented answers seen$/, 'увидено описанных ответов: $1 из $2'],
  [/^(\d+) of (\d+) checks compared with a mock$/, 'сравнено с моком проверок: $1 из $2'],
  [/^(\d+) statements$/, 'утверждений: $1'],
  [/^(\d+) waivers?$/, 'исключений: $1'],
  [/^(\d+) skipped by the target: (.*)$/s, '$1 пропущено на цели: ~2'],
  [/^(\d+) skipped by the mock: (.*)$/s, '$1 пропущено на моке: ~2'],
  [/^(\d+) (\w+) on the target, as the checks say$/, '$1 на цели ~2, об этом говорят проверки'],
  [/^(\d+) not run against the mock$/, '$1 не запускалось на моке'],

  // Why a part was left out or could not be judged.
  [/^left out$/, 'отключено'],
  [/^there are no checklists$/, 'чек-листов нет'],
  [/^the checks did not run$/, 'проверки не запускались'],
  [/^there is no earlier revision to compare with$/, 'сравнивать не с чем: более ранней ревизии нет'],
  [
    /^no contract says where its statements come from$/,
    'ни один контракт не говорит, откуда его утверждения',
  ],
  [/^the run was ended early$/, 'прогон прервали'],
  [/^(\d+) could not be judged; (\S+): (.*)$/s, 'не удалось проверить: $1; $2: ~3'],

  // What to do.
  [/^mend the documents: sverka lint$/, 'исправьте документы: sverka lint'],
  [
    /^keep the old form beside the new one, or waive the change with its reason$/,
    'оставьте прежнее рядом с новым или внесите исключение с причиной',
  ],
  [/^look at the report of the run$/, 'смотрите отчёт прогона'],
  [
    /^write a check that asks for the answer, or waive it with its reason$/,
    'напишите проверку, которая получит этот ответ, или внесите исключение с причиной',
  ],
  [
    /^make the document say what the target does, or waive the difference with its reason$/,
    'пусть документ говорит то, что делает цель, или внесите исключение с причиной',
  ],
  [
    /^write the missing check, or mend what it cites: sverka trace --missing$/,
    'напишите недостающую проверку или исправьте её ссылку: sverka trace --missing',
  ],
  [/^remove them from the file, or give them a new date$/, 'уберите их из файла или назначьте новый срок'],

  [/^no answer$/, 'нет ответа'],

  // Verdicts of checks, and a check with what it found.
  [/^passed$/, 'пройдено'],
  [/^failed$/, 'не пройдено'],
  [/^broken$/, 'не проверено'],
  [/^(.*) \(and (\d+) more\)$/s, '~1 (и ещё $2)'],
  [/^([\w.-]+\/[\w.-]+): (.*)$/s, '$1: ~2'],
];
