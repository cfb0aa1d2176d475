// The history's tables, as steps that are run once and never edited: `migrate.ts` keeps a hash of each. A list reads the
// narrow table `exchange` alone; the whole exchange, its searchable text and its body stand in tables of their own.

/** One step from an older database to a newer one. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
}

export const historyMigrations: readonly Migration[] = [
  {
    name: 'exchanges, their documents, text and bodies',
    sql: `
CREATE TABLE exchange (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  started_at TEXT NOT NULL,
  method TEXT NOT NULL,
  url TEXT NOT NULL,
  request_name TEXT NOT NULL,
  outcome TEXT NOT NULL,
  status INTEGER,
  status_class INTEGER GENERATED ALWAYS AS (status / 100) VIRTUAL,
  environment_id TEXT NOT NULL,
  environment_name TEXT NOT NULL,
  identity_name TEXT NOT NULL,
  identity_kind TEXT NOT NULL,
  duration_ms REAL,
  size_bytes INTEGER,
  body_hash TEXT,
  owner_pid INTEGER,
  owner_started REAL
) STRICT;
-- Each ends in the sequence, so that the newest matches come in order without sorting.
CREATE INDEX exchange_by_status ON exchange (status, sequence);
CREATE INDEX exchange_by_status_class ON exchange (status_class, sequence);
CREATE INDEX exchange_by_outcome ON exchange (outcome, sequence);
CREATE INDEX exchange_by_body ON exchange (body_hash) WHERE body_hash IS NOT NULL;

CREATE TABLE exchange_document (
  sequence INTEGER PRIMARY KEY REFERENCES exchange (sequence),
  json TEXT NOT NULL
) STRICT;

-- Small bodies stand here, large ones in files named by their hash: then bytes is null.
CREATE TABLE body (
  number INTEGER PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE,
  size_bytes INTEGER NOT NULL,
  bytes BLOB
) STRICT;

-- Only the index: the texts themselves stand in the document and the body.
CREATE VIRTUAL TABLE exchange_text USING fts5 (
  url, headers, body,
  content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);
-- Removed rows are cleared out of the index when they are two fifths of it; with the default of a tenth, removing a
-- thousand exchanges took a hundred times as long.
INSERT INTO exchange_text (exchange_text, rank) VALUES ('deletemerge', 40);
`,
  },
];
