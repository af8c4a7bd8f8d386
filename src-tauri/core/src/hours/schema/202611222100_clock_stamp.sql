-- Who came and went when. A row is never changed: a correction is a row that replaces another, with a reason; a struck
-- one takes its place and tells that nothing was there.
CREATE TABLE clock_stamp (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    staff INTEGER NOT NULL REFERENCES staff (id),
    side TEXT NOT NULL CHECK (side IN ('in', 'out')),
    at INTEGER NOT NULL,
    struck INTEGER NOT NULL CHECK (struck IN (0, 1)),
    reason TEXT NOT NULL CHECK (length(reason) <= 200),
    replaces INTEGER UNIQUE REFERENCES clock_stamp (id),
    noted_at INTEGER NOT NULL,
    noted_by TEXT NOT NULL,
    CHECK (replaces IS NOT NULL OR struck = 0),
    CHECK (replaces IS NULL OR reason <> '')
) STRICT;

CREATE INDEX clock_stamp_staff ON clock_stamp (staff, at);
CREATE INDEX clock_stamp_at ON clock_stamp (at);

CREATE TRIGGER clock_stamp_stays BEFORE UPDATE ON clock_stamp
BEGIN
    SELECT RAISE(ABORT, 'a stamp is corrected by another, never changed');
END;

CREATE TRIGGER clock_stamp_is_kept BEFORE DELETE ON clock_stamp
BEGIN
    SELECT RAISE(ABORT, 'a stamp is corrected by another, never deleted');
END;

-- A PIN of their own for those who work here without an account, or who want another than the account's.
CREATE TABLE desk_pin (
    staff INTEGER PRIMARY KEY REFERENCES staff (id) ON DELETE CASCADE,
    secret TEXT NOT NULL,
    wrong_tries INTEGER NOT NULL DEFAULT 0,
    next_try INTEGER NOT NULL DEFAULT 0
) STRICT;

-- How times are rounded for pay, and from when to when one pays. Without a row: not at all, and by the week.
CREATE TABLE hours_rule (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    rounding TEXT NOT NULL CHECK (rounding IN ('none', 'five', 'six', 'fifteen')),
    period TEXT NOT NULL CHECK (period IN ('week', 'two_weeks', 'half_month', 'month')),
    begins TEXT NOT NULL CHECK (begins IS date(begins))
) STRICT;
