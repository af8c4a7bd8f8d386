CREATE TABLE library (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    name TEXT NOT NULL,
    zone TEXT NOT NULL,
    clock TEXT NOT NULL CHECK (clock IN ('h12', 'h24')),
    week_starts TEXT NOT NULL CHECK (week_starts IN ('monday', 'sunday')),
    paper TEXT NOT NULL CHECK (paper IN ('a4', 'letter')),
    idle_minutes INTEGER NOT NULL CHECK (idle_minutes BETWEEN 1 AND 240),
    grace_days INTEGER NOT NULL CHECK (grace_days BETWEEN 0 AND 365),
    demo INTEGER NOT NULL CHECK (demo IN (0, 1))
) STRICT;

INSERT INTO library (id, name, zone, clock, week_starts, paper, idle_minutes, grace_days, demo)
VALUES (1, '', 'UTC', 'h12', 'sunday', 'letter', 5, 14, 0);

CREATE TABLE patron_category (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;

INSERT INTO patron_category (id, name) VALUES (1, 'Adult'), (2, 'Child'), (3, 'Staff');

CREATE TABLE item_type (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;

INSERT INTO item_type (id, name) VALUES (1, 'Book'), (2, 'DVD'), (3, 'Reference');

CREATE TABLE loan_rule (
    category INTEGER NOT NULL REFERENCES patron_category (id),
    item_type INTEGER NOT NULL REFERENCES item_type (id),
    days INTEGER NOT NULL CHECK (days BETWEEN 0 AND 730),
    item_limit INTEGER NOT NULL CHECK (item_limit BETWEEN 0 AND 999),
    renewals INTEGER NOT NULL CHECK (renewals BETWEEN 0 AND 99),
    PRIMARY KEY (category, item_type)
) STRICT;

INSERT INTO loan_rule (category, item_type, days, item_limit, renewals)
VALUES
    (1, 1, 21, 20, 2), (1, 2, 7, 5, 1), (1, 3, 0, 0, 0),
    (2, 1, 21, 20, 2), (2, 2, 7, 5, 1), (2, 3, 0, 0, 0),
    (3, 1, 42, 50, 5), (3, 2, 14, 10, 2), (3, 3, 0, 0, 0);

CREATE TABLE opening_hours (
    weekday INTEGER PRIMARY KEY CHECK (weekday BETWEEN 1 AND 7),
    opens INTEGER NOT NULL CHECK (opens BETWEEN 0 AND 1440),
    closes INTEGER NOT NULL CHECK (closes BETWEEN 0 AND 1440),
    CHECK (opens < closes)
) STRICT;

-- Monday to Friday 9 to 18, Saturday 10 to 14, until the library says otherwise.
INSERT INTO opening_hours (weekday, opens, closes)
VALUES (1, 540, 1080), (2, 540, 1080), (3, 540, 1080), (4, 540, 1080), (5, 540, 1080), (6, 600, 840);

CREATE TABLE closed_day (
    day TEXT PRIMARY KEY,
    reason TEXT NOT NULL CHECK (length(reason) > 0)
) STRICT;
