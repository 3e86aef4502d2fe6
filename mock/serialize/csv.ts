import { isObject, type Json } from '../../src/contract/json.ts';

/** Rows as comma-separated values (RFC 4180), with a line of names where the rows are objects. */
export function toCsv(rows: readonly Json[]): string {
  const names = [...new Set(rows.flatMap((row) => (isObject(row) ? Object.keys(row) : [])))];
  const cells = (row: Json): readonly (Json | undefined)[] =>
    isObject(row) ? names.map((name) => row[name]) : Array.isArray(row) ? row : [row];
  return [...(names.length === 0 ? [] : [names]), ...rows.map(cells)].map(toLine).join('');
}

function toLine(cells: readonly (Json | undefined)[]): string {
  return `${cells.map(toCell).join(',')}\r\n`;
}

function toCell(cell: Json | undefined): string {
  if (cell === undefined || cell === null) return '';
  const text = typeof cell === 'object' ? JSON.stringify(cell) : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
