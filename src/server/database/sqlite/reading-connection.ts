import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { CompiledQuery } from 'kysely';
import type { ReadDirectly } from '../direct-reads.ts';
import { toInput } from './input.ts';

/** A second connection to a SQLite file. In WAL mode it reads beside any writer, and always what was committed last. */
export class ReadingConnection {
  readonly #file: string;
  #read: ReadDirectly | undefined;
  #close = () => {};

  constructor(file: string) {
    this.#file = file;
  }

  /** Undefined while it is not open. */
  get read(): ReadDirectly | undefined {
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

function createRead(database: DatabaseSync): ReadDirectly {
  const statements = new Map<string, StatementSync>();
  function read<Row>(query: CompiledQuery<Row>, parameters: readonly unknown[]): Row[];
  function read({ sql }: CompiledQuery, parameters: readonly unknown[]): unknown[] {
    const statement = statements.get(sql) ?? database.prepare(sql);
    statements.set(sql, statement);
    return statement.all(...parameters.map(toInput));
  }
  return read;
}
