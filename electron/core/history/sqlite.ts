// The only place that knows the SQLite driver: a native module, which stays outside every bundle. Parameters always go in
// as one array, since the driver ends the process when it is given a lone buffer or object.
import Database from 'libsql';
import { isDamage, sqliteError } from './sqlite-error.ts';

export type SqlValue = string | number | null | Uint8Array;
export type SqlRow = Readonly<Record<string, unknown>>;

/** One connection. Every method throws AppError `storage.write` or `storage.damaged` where SQLite refuses. */
export interface SqliteDatabase {
  readonly path: string;
  /** Runs statements without parameters. */
  exec(sql: string): void;
  /** Runs one statement; tells how many rows it changed and the id of the row that it inserted last. */
  run(sql: string, parameters: readonly SqlValue[]): { readonly changes: number; readonly lastInsertId: number };
  /** The first row, or undefined. Its blobs are Uint8Arrays. */
  get(sql: string, parameters: readonly SqlValue[]): SqlRow | undefined;
  /** Every row; ask for no blobs, which the driver returns as buffers of another type here. */
  all(sql: string, parameters: readonly SqlValue[]): readonly SqlRow[];
  /** Runs `work` in one write transaction that ends whole or not at all; not to be nested. */
  transaction<T>(work: () => T): T;
  close(): void;
}

export interface SqliteOptions {
  /** How long a statement waits for another process's write before it fails. */
  readonly busyTimeoutMs: number;
  /** Called when a statement finds the file damaged. */
  readonly onDamage?: () => void;
}

/** Opens or makes a database; its folder must exist. */
export function openSqlite(path: string, { busyTimeoutMs, onDamage }: SqliteOptions): SqliteDatabase {
  const explain = (error: unknown): unknown => {
    const explained = sqliteError(error, path);
    if (isDamage(explained)) onDamage?.();
    return explained;
  };
  const guard = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw explain(error);
    }
  };
  const database = guard(() => new Database(path, { timeout: busyTimeoutMs }));
  const statements = new Map<string, Database.Statement>();
  const prepare = (sql: string): Database.Statement => {
    const known = statements.get(sql);
    if (known) return known;
    const made: Database.Statement = database.prepare(sql);
    statements.set(sql, made);
    return made;
  };
  const rollBack = () => {
    if (database.inTransaction) database.exec('ROLLBACK');
  };
  return {
    path,
    exec: (sql) => guard(() => void database.exec(sql)),
    run: (sql, parameters) =>
      guard(() => {
        const { changes, lastInsertRowid } = prepare(sql).run([...parameters]);
        return { changes, lastInsertId: Number(lastInsertRowid) };
      }),
    get: (sql, parameters) => guard(() => prepare(sql).get([...parameters]) as SqlRow | undefined),
    all: (sql, parameters) => guard(() => prepare(sql).all([...parameters]) as SqlRow[]),
    transaction(work) {
      guard(() => void database.exec('BEGIN IMMEDIATE'));
      try {
        const result = work();
        database.exec('COMMIT');
        return result;
      } catch (error) {
        guard(rollBack);
        throw explain(error);
      }
    },
    close: () => {
      statements.clear();
      database.close();
    },
  };
}
