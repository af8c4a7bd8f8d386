CREATE TABLE account (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE CHECK (length(name) > 0),
    role TEXT NOT NULL CHECK (role IN ('supervisor', 'clerk', 'student_worker')),
    staff INTEGER REFERENCES staff (id),
    active INTEGER NOT NULL CHECK (active IN (0, 1)),
    secret_kind TEXT NOT NULL CHECK (secret_kind IN ('pin', 'passphrase')),
    secret TEXT NOT NULL,
    wrong_tries INTEGER NOT NULL DEFAULT 0 CHECK (wrong_tries >= 0),
    next_try INTEGER NOT NULL DEFAULT 0,
    last_signed_in INTEGER
) STRICT;
