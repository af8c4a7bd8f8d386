-- A file brought in, batch by batch; what of it was kept stands here after any failure.
CREATE TABLE import (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind IN ('patrons', 'items', 'loans')),
    file TEXT NOT NULL,
    at INTEGER NOT NULL,
    by_whom TEXT NOT NULL,
    total INTEGER NOT NULL,
    done INTEGER NOT NULL DEFAULT 0,
    added INTEGER NOT NULL DEFAULT 0,
    updated INTEGER NOT NULL DEFAULT 0,
    same INTEGER NOT NULL DEFAULT 0,
    refused INTEGER NOT NULL DEFAULT 0,
    -- Absent while it is under way; for ever, if it broke off.
    ended TEXT CHECK (ended IN ('finished', 'cancelled', 'failed')),
    why TEXT NOT NULL DEFAULT '',
    undone_at INTEGER
) STRICT;

-- What became of each row, and how it is taken back. Of a loan it names the loan only, which forgets by itself.
CREATE TABLE import_row (
    import INTEGER NOT NULL REFERENCES import (id),
    place INTEGER NOT NULL,
    line INTEGER NOT NULL,
    did TEXT NOT NULL CHECK (did IN ('added', 'updated', 'same', 'refused')),
    why TEXT NOT NULL,
    record INTEGER,
    -- The title that came in with an item.
    new_title INTEGER,
    -- What was known before, as JSON; gone when the time for taking back has run.
    before TEXT,
    -- A digest of what was known after.
    after BLOB,
    PRIMARY KEY (import, place)
) STRICT, WITHOUT ROWID;

-- How the columns of a file of that shape were understood last time.
CREATE TABLE import_mapping (
    fingerprint TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('patrons', 'items', 'loans')),
    mapping TEXT NOT NULL,
    PRIMARY KEY (fingerprint, kind)
) STRICT, WITHOUT ROWID;
