import { createHash } from 'node:crypto';
import { AppError } from '#shared/errors/app-error.ts';
import type { Migration } from './schema.ts';
import type { SqliteDatabase } from './sqlite.ts';

/**
 * Brings a database up to the newest schema, each step in a transaction. Throws AppError `storage.newer` where a newer
 * release has been here, and `storage.damaged` where a step that was run is not the one that we know.
 */
export function migrate(database: SqliteDatabase, migrations: readonly Migration[]): void {
  database.exec(
    'CREATE TABLE IF NOT EXISTS migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL, hash TEXT NOT NULL) STRICT',
  );
  const isCurrent = verify(database, migrations) === migrations.length;
  if (isCurrent) return;
  database.transaction(() => {
    // Another process may have been faster between the look and the lock.
    const done = verify(database, migrations);
    migrations.slice(done).forEach((migration, index) => {
      database.exec(migration.sql);
      database.run('INSERT INTO migration (number, name, hash) VALUES (?, ?, ?)', [
        done + index + 1,
        migration.name,
        hashOf(migration),
      ]);
    });
  });
}

/** How many steps have been run, after checking that they are ours. */
function verify(database: SqliteDatabase, migrations: readonly Migration[]): number {
  const rows = database.all('SELECT hash FROM migration ORDER BY number', []);
  if (rows.length > migrations.length) throw newerError(database.path);
  const isOurs = migrations
    .slice(0, rows.length)
    .every((migration, index) => rows[index]?.['hash'] === hashOf(migration));
  if (!isOurs) throw foreignError(database.path);
  return rows.length;
}

function hashOf({ sql }: Migration): string {
  return createHash('sha256').update(sql).digest('hex');
}

function newerError(path: string): AppError {
  return new AppError({
    code: 'storage.newer',
    message: 'The history was written by a newer Lodestone and is left untouched.',
    cause: 'This release does not know its format.',
    nextStep: `Update Lodestone to use “${path}” again.`,
    facts: { path },
  });
}

function foreignError(path: string): AppError {
  return new AppError({
    code: 'storage.damaged',
    message: 'The history’s database does not have the structure that this release made.',
    cause: 'Another program changed the file, or it comes from a release that was never published.',
    nextStep: 'Start Lodestone again: it sets the file aside and begins a new history.',
    facts: { path },
  });
}
