import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { CompiledQuery } from 'kysely';
import { toInput } from './input.ts';

/** Answers a select within the call. */
type Read = <Row>(query: CompiledQuery<Row>, parameters: readonly unknown[]) => Row[];

/** A second connection to a SQLite file. In WAL mode it reads beside any writer, and always what was committed last. */
export class ReadingConnection {
  readonly #file: string;
  #read: Read | undefined;
  #close = () => {};

  constructor(file: string) {
    this.#file = file;
  }

  /** Undefined while it is not open. */
  get read(): Read | undefined {
    return this.#read;
  }

  /** The file must exist and be in WAL mode. `timeout`: milliseconds. */
  open(timeout: number): void {
    const database = new DatabaseSync(this.#file, { timeout, readOnly: true });
    this.#read = createRead(database);
    this.#close = () => database.close();
  }

  close(): void {
    this.#read = undefined;
    this.#close();
  }
}

interface Select {
  readonly statement: StatementSync;
  readonly columns: readonly string[];
}

function createRead(database: DatabaseSync): Read {
  const selects = new Map<string, Select>();
  function read<Row>(query: CompiledQuery<Row>, parameters: readonly unknown[]): Row[];
  function read({ sql }: CompiledQuery, parameters: readonly unknown[]): unknown[] {
    const { statement, columns } = selects.get(sql) ?? remember(selects, sql, prepareSelect(database, sql));
    return statement.all(...parameters.map(toInput)).map((values) => toRow(columns, values));
  }
  return read;
}

function remember(selects: Map<string, Select>, sql: string, select: Select): Select {
  selects.set(sql, select);
  return select;
}

/** Rows come as arrays: node:sqlite makes objects of a shape that is slow to make and slow to read. */
function prepareSelect(database: DatabaseSync, sql: string): Select {
  const statement = database.prepare(sql);
  statement.setReturnArrays(true);
  return { statement, columns: statement.columns().map(({ name }) => name) };
}

function toRow(
  columns: readonly string[],
  values: Readonly<Record<number, unknown>>,
): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  columns.forEach((column, index) => {
    row[column] = values[index];
  });
  return row;
}
