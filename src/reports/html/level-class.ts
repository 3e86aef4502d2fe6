/** The class of a log level. It is a server's word; only known ones become part of the markup. */
export function levelClass(level: string): string {
  return /^(trace|debug|info|warn|error|fatal)$/.test(level) ? level : 'other';
}
