-- What is done to a scan, as it was taught; no row before.
CREATE TABLE scanner (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    rules TEXT NOT NULL CHECK (json_valid(rules))
) STRICT;

-- By which cards and items are told apart.
CREATE TABLE number_range (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('card', 'item')),
    prefix TEXT NOT NULL,
    length INTEGER NOT NULL CHECK (length BETWEEN 1 AND 40),
    UNIQUE (kind, prefix, length)
) STRICT;
