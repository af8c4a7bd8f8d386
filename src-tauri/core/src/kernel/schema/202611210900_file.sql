CREATE TABLE schema_step (
    stamp TEXT PRIMARY KEY,
    what TEXT NOT NULL,
    ran_at INTEGER NOT NULL
) STRICT;

CREATE TABLE file_mark (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    uid BLOB NOT NULL CHECK (length(uid) = 16),
    made_at INTEGER NOT NULL
) STRICT;
