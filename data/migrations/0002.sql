-- Layout 2: the journal of imports and of collection forms.

-- The journal: which file changed what and when (docs/registry.md, "Journal"). Not an interchange table;
-- no part of a build's figures.

CREATE TABLE journal_imports (
  id         INTEGER NOT NULL PRIMARY KEY,
  applied_at TEXT NOT NULL,                            -- ISO, UTC
  program    TEXT NOT NULL,
  partial    INTEGER NOT NULL CHECK (partial IN (0, 1)),
  undone_at  TEXT
) STRICT;

CREATE TABLE journal_files (
  import       INTEGER NOT NULL REFERENCES journal_imports (id),
  position     INTEGER NOT NULL,
  name         TEXT NOT NULL,
  sha256       TEXT NOT NULL,
  municipality TEXT NOT NULL DEFAULT '',               -- whose rows it held; '': the region's or several
  form_made_on TEXT NOT NULL DEFAULT '',               -- stamp of a collection workbook
  taken        INTEGER NOT NULL,
  returned     INTEGER NOT NULL,
  warnings     INTEGER NOT NULL,
  PRIMARY KEY (import, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE journal_tables (
  import     INTEGER NOT NULL REFERENCES journal_imports (id),
  table_name TEXT NOT NULL,
  added      INTEGER NOT NULL,
  changed    INTEGER NOT NULL,
  unchanged  INTEGER NOT NULL,
  PRIMARY KEY (import, table_name)
) STRICT, WITHOUT ROWID;

-- One line per row that an import added or changed: the key's parts as a JSON array, and of a changed row the
-- columns that the import could change, before and after, as JSON objects (real numbers with 17 digits).
CREATE TABLE journal_rows (
  import     INTEGER NOT NULL REFERENCES journal_imports (id),
  position   INTEGER NOT NULL,
  table_name TEXT NOT NULL,
  row_key    TEXT NOT NULL,
  before     TEXT,                                     -- NULL: the row was added
  after      TEXT,
  PRIMARY KEY (import, position)
) STRICT, WITHOUT ROWID;

-- Collection forms given out to municipalities.
CREATE TABLE journal_forms (
  municipality TEXT NOT NULL,
  made_on      TEXT NOT NULL,
  due_on       TEXT NOT NULL,
  layout       TEXT NOT NULL,
  file         TEXT NOT NULL,
  PRIMARY KEY (municipality, made_on)
) STRICT, WITHOUT ROWID;
