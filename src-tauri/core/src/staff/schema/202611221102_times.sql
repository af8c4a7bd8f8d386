-- The week that somebody told to be theirs, from one day to another or for good. Minutes in no span are possible ones.
CREATE TABLE availability (
    id INTEGER PRIMARY KEY,
    staff INTEGER NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
    first TEXT CHECK (first IS date(first)),
    last TEXT CHECK (last IS date(last)),
    CHECK (first <= last)
) STRICT;

CREATE UNIQUE INDEX availability_begins ON availability (staff, ifnull(first, ''));

CREATE TABLE availability_span (
    availability INTEGER NOT NULL REFERENCES availability (id) ON DELETE CASCADE,
    weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
    start INTEGER NOT NULL CHECK (start >= 0),
    end INTEGER NOT NULL CHECK (end <= 1440),
    wish TEXT NOT NULL CHECK (wish IN ('no', 'preferred')),
    PRIMARY KEY (availability, weekday, start),
    CHECK (start < end)
) STRICT, WITHOUT ROWID;

CREATE TABLE class (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    staff INTEGER NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
    title TEXT NOT NULL CHECK (length(title) <= 200),
    weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
    start INTEGER NOT NULL CHECK (start >= 0),
    end INTEGER NOT NULL CHECK (end <= 1440),
    first TEXT NOT NULL CHECK (first IS date(first)),
    last TEXT NOT NULL CHECK (last IS date(last)),
    weeks TEXT NOT NULL CHECK (weeks IN ('every', 'odd', 'even')),
    travel_minutes INTEGER NOT NULL CHECK (travel_minutes BETWEEN 0 AND 240),
    CHECK (start < end),
    CHECK (first <= last)
) STRICT;

CREATE INDEX class_staff ON class (staff);

-- Days on which a class does not meet although its week would have it.
CREATE TABLE class_skipped (
    class INTEGER NOT NULL REFERENCES class (id) ON DELETE CASCADE,
    day TEXT NOT NULL CHECK (day IS date(day)),
    PRIMARY KEY (class, day)
) STRICT, WITHOUT ROWID;

-- Somebody's classes replaced by others, to be taken back: what was before, and what came of it.
CREATE TABLE class_change (
    id INTEGER PRIMARY KEY,
    staff INTEGER NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
    first TEXT NOT NULL CHECK (first IS date(first)),
    last TEXT NOT NULL CHECK (last IS date(last)),
    before TEXT NOT NULL CHECK (json_valid(before)),
    after TEXT NOT NULL CHECK (json_valid(after))
) STRICT;

CREATE TABLE leave (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    staff INTEGER NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
    first TEXT NOT NULL CHECK (first IS date(first)),
    start INTEGER NOT NULL CHECK (start BETWEEN 0 AND 1440),
    last TEXT NOT NULL CHECK (last IS date(last)),
    end INTEGER NOT NULL CHECK (end BETWEEN 0 AND 1440),
    reason TEXT NOT NULL CHECK (length(reason) <= 200),
    CHECK (first < last OR (first = last AND start < end))
) STRICT;

CREATE INDEX leave_staff ON leave (staff);
CREATE INDEX leave_last ON leave (last);
