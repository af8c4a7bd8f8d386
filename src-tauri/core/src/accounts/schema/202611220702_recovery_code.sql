-- The one code in force, as a hash; a library has none until somebody draws one.
CREATE TABLE recovery_code (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    secret TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    wrong_tries INTEGER NOT NULL DEFAULT 0 CHECK (wrong_tries >= 0),
    next_try INTEGER NOT NULL DEFAULT 0
) STRICT;
