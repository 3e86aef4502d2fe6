/**
 * The preferences of a `Prefer` header that the `Preference-Applied` of the answer does not confirm
 * (RFC 7240 sections 2 and 3). A confirmation without a value confirms any value.
 */
export function ignoredPreferences(prefer: string | undefined, applied: string | undefined): string[] {
  if (prefer === undefined) return [];
  const confirmed = parsePreferences(applied ?? '');
  return parsePreferences(prefer)
    .filter(
      ({ name, value }) =>
        !confirmed.some((each) => each.name === name && (each.value === '' || each.value === value)),
    )
    .map(({ text }) => text);
}

interface Preference {
  readonly name: string;
  readonly value: string;
  readonly text: string;
}

function parsePreferences(header: string): Preference[] {
  return [...header.matchAll(/(?:[^,"]|"(?:[^"\\]|\\.)*")+/g)].flatMap(([item]) => {
    const text = item.trim();
    const [, name = '', value = ''] = /^([^\s=;]+)\s*(?:=\s*("(?:[^"\\]|\\.)*"|[^\s;]*))?/.exec(text) ?? [];
    return name === '' ? [] : [{ name: name.toLowerCase(), value: value.replace(/^"(.*)"$/, '$1'), text }];
  });
}
