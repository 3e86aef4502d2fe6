/** Where a note stands and what it is called. */
interface Place {
  readonly title?: string;
  /** `file:line:column`; anything else is no place in a file. */
  readonly location?: string | undefined;
}

/** One workflow command of GitHub Actions: `::error file=…,line=…,col=…,title=…::message`. */
export function annotation(
  name: 'error' | 'warning' | 'notice',
  message: string,
  { title, location }: Place,
): string {
  const [, file, line, column] = /^(?!git:|https?:)(.+):(\d+):(\d+)$/.exec(location ?? '') ?? [];
  const properties = Object.entries({ file, line, col: column, title })
    .filter(([, value]) => value !== undefined)
    .map(([key, value = '']) => `${key}=${escapeData(value).replaceAll(':', '%3A').replaceAll(',', '%2C')}`);
  return `::${name}${properties.length > 0 ? ' ' : ''}${properties.join(',')}::${escapeData(message)}\n`;
}

const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
