import type { Form } from '../form.ts';

/** What OpenAPI 3.0 said by a format, 3.1 says by these keywords (OpenAPI 3.1, "Considerations for File Uploads"). */
const inOtherWords = [
  { format: 'byte', keyword: 'contentEncoding', value: 'base64' },
  { format: 'binary', keyword: 'contentMediaType', value: 'application/octet-stream' },
] as const;

/** The formats of a form, without those that the other one says by keywords. */
export function formatsBeside(form: Form, other: Form): ReadonlySet<string> {
  const said = inOtherWords.filter(({ keyword, value }) => other.keywords[keyword] === value);
  return new Set([...form.formats].filter((format) => !said.some((words) => words.format === format)));
}

/** What a form says by a keyword, or by the format that means it where the other one uses the keyword. */
export function contentWord(keyword: 'contentEncoding' | 'contentMediaType', form: Form, other: Form) {
  const words = inOtherWords.find((each) => each.keyword === keyword);
  const isSaid = words && form.formats.has(words.format) && other.keywords[keyword] === words.value;
  return form.keywords[keyword] ?? (isSaid ? words.value : undefined);
}
