-- Files with everybody's classes come in too: the lists of kinds grow.
CREATE TABLE import_row_before AS
SELECT import, place, line, did, why, record, new_title, before, after FROM import_row;
CREATE TABLE import_before AS
SELECT id, kind, file, at, by_whom, total, done, added, updated, same, refused, ended, why, undone_at FROM import;
CREATE TABLE import_mapping_before AS SELECT fingerprint, kind, mapping FROM import_mapping;
DROP TABLE import_row;
DROP TABLE import;
DROP TABLE import_mapping;

CREATE TABLE import (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind IN ('patrons', 'items', 'loans', 'staff', 'classes')),
    file TEXT NOT NULL,
    at INTEGER NOT NULL,
    by_whom TEXT NOT NULL,
    total INTEGER NOT NULL,
    done INTEGER NOT NULL DEFAULT 0,
    added INTEGER NOT NULL DEFAULT 0,
    updated INTEGER NOT NULL DEFAULT 0,
    same INTEGER NOT NULL DEFAULT 0,
    refused INTEGER NOT NULL DEFAULT 0,
    ended TEXT CHECK (ended IN ('finished', 'cancelled', 'failed')),
    why TEXT NOT NULL DEFAULT '',
    undone_at INTEGER
) STRICT;

CREATE TABLE import_row (
    import INTEGER NOT NULL REFERENCES import (id),
    place INTEGER NOT NULL,
    line INTEGER NOT NULL,
    did TEXT NOT NULL CHECK (did IN ('added', 'updated', 'same', 'refused')),
    why TEXT NOT NULL,
    record INTEGER,
    new_title INTEGER,
    before TEXT,
    after BLOB,
    PRIMARY KEY (import, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_mapping (
    fingerprint TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('patrons', 'items', 'loans', 'staff', 'classes')),
    mapping TEXT NOT NULL,
    PRIMARY KEY (fingerprint, kind)
) STRICT, WITHOUT ROWID;

INSERT INTO import (id, kind, file, at, by_whom, total, done, added, updated, same, refused, ended, why, undone_at)
SELECT id, kind, file, at, by_whom, total, done, added, updated, same, refused, ended, why, undone_at FROM import_before;
INSERT INTO import_row (import, place, line, did, why, record, new_title, before, after)
SELECT import, place, line, did, why, record, new_title, before, after FROM import_row_before;
INSERT INTO import_mapping (fingerprint, kind, mapping) SELECT fingerprint, kind, mapping FROM import_mapping_before;
DROP TABLE import_row_before;
DROP TABLE import_before;
DROP TABLE import_mapping_before;
