CREATE TABLE desk (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    short TEXT NOT NULL CHECK (length(short) BETWEEN 1 AND 3),
    colour INTEGER NOT NULL CHECK (colour BETWEEN 1 AND 8),
    active INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;

CREATE UNIQUE INDEX desk_name ON desk (name COLLATE NOCASE);

CREATE TABLE need (
    desk INTEGER NOT NULL REFERENCES desk (id),
    weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
    start INTEGER NOT NULL CHECK (start >= 0),
    end INTEGER NOT NULL CHECK (end <= 1440),
    people INTEGER NOT NULL CHECK (people BETWEEN 1 AND 99),
    PRIMARY KEY (desk, weekday, start),
    CHECK (end > start)
) STRICT, WITHOUT ROWID;
