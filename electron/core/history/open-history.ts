import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { AppError } from '#shared/errors/app-error.ts';
import type { Clock } from '../ports.ts';
import { datedName } from '../storage/dated-name.ts';
import type { NoticeCollector } from '../storage/notice-collector.ts';
import { writeError } from '../storage/write-error.ts';
import { HistoryStore } from './history-store.ts';
import { migrate } from './migrate.ts';
import { historyMigrations } from './schema.ts';
import { damagedError, isDamage } from './sqlite-error.ts';
import { openSqlite, type SqliteDatabase } from './sqlite.ts';

export interface OpenHistoryOptions {
  /** The folder of `history.db` and `bodies/`; made where it does not exist. */
  readonly directory: string;
  readonly notices: NoticeCollector;
  readonly clock: Clock;
  /** How long a write waits for another process's; two seconds unless told. */
  readonly busyTimeoutMs?: number;
}

/** Its presence asks for a check at the next start; checking a large history each time would take seconds. */
const suspicionName = 'check-at-next-start';

/**
 * Opens the history in whatever state it is: a damaged one is set aside as a whole and a new one begun; one from a newer
 * release, or one that can't be used now, is left alone and this session's history kept apart. Each is told in a notice.
 */
export function openHistory(options: OpenHistoryOptions): HistoryStore {
  try {
    return openIn(options.directory, options);
  } catch (error) {
    if (isDamage(error)) return openAfterSettingAside(options);
    if (!(error instanceof AppError)) throw error;
    return openForSession(options, error);
  }
}

function openIn(directory: string, { busyTimeoutMs = 2_000 }: OpenHistoryOptions): HistoryStore {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw writeError(error, directory);
  }
  const suspicion = join(directory, suspicionName);
  const database = openSqlite(join(directory, 'history.db'), {
    busyTimeoutMs,
    onDamage: () => writeFileSync(suspicion, ''),
  });
  try {
    // With WAL and NORMAL a commit is with the operating system when it returns: a killed process loses nothing. Only a
    // power cut can take the last moments, and it leaves the file whole. FULL would add a disk flush to every Send.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
    if (existsSync(suspicion)) checkWhole(database);
    rmSync(suspicion, { force: true });
    migrate(database, historyMigrations);
    return new HistoryStore(database, join(directory, 'bodies'));
  } catch (error) {
    database.close();
    throw error;
  }
}

function checkWhole(database: SqliteDatabase): void {
  const found = database.all('PRAGMA quick_check(1)', []);
  if (found[0]?.['quick_check'] !== 'ok') throw damagedError(database.path);
}

/** Database, log and bodies stay together: the whole folder gets a dated name. */
function openAfterSettingAside(options: OpenHistoryOptions): HistoryStore {
  const { directory, notices, clock } = options;
  const copy = join(dirname(directory), datedName(basename(directory), clock.now()));
  try {
    renameSync(directory, copy);
  } catch (error) {
    return openForSession(options, writeError(error, directory));
  }
  rmSync(join(copy, suspicionName), { force: true });
  notices.add({
    level: 'warning',
    message: 'The history was damaged, so Lodestone began a new one.',
    nextStep: `The damaged history is kept in “${copy}”; remove that folder when you no longer need it.`,
  });
  return openIn(directory, options);
}

function openForSession(options: OpenHistoryOptions, reason: AppError): HistoryStore {
  const { message, cause, nextStep } = reason.data;
  options.notices.add({
    level: 'warning',
    message: `${message} ${cause} This session’s history is kept apart and lasts until Lodestone closes.`,
    nextStep,
  });
  const directory = mkdtempSync(join(tmpdir(), 'lodestone-history-'));
  process.once('exit', () => rmSync(directory, { recursive: true, force: true }));
  return openIn(directory, options);
}
