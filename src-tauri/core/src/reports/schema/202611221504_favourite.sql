-- A report that people ask for again: over which days, and of what.
CREATE TABLE favourite (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (length (name) BETWEEN 1 AND 80),
    report TEXT NOT NULL,
    rule TEXT NOT NULL,
    from_day TEXT CHECK (from_day IS date (from_day)),
    to_day TEXT CHECK (to_day IS date (to_day)),
    item_type INTEGER,
    category INTEGER,
    location TEXT,
    -- Whose shifts and at which desks: arrays of ids, empty for all.
    people TEXT NOT NULL CHECK (json_valid (people)),
    desks TEXT NOT NULL CHECK (json_valid (desks)),
    CHECK ((rule = 'days') = (from_day IS NOT NULL)),
    CHECK ((from_day IS NULL) = (to_day IS NULL))
) STRICT;

-- In which month the library's fiscal year begins.
CREATE TABLE fiscal_year (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    first_month INTEGER NOT NULL CHECK (first_month BETWEEN 1 AND 12)
) STRICT;

INSERT INTO fiscal_year (id, first_month) VALUES (1, 7);
