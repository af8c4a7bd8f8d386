-- A kind of shift that comes again, such as the early one. Numbers are not used again.
CREATE TABLE shift_type (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    letters TEXT NOT NULL CHECK (length(letters) BETWEEN 1 AND 3),
    desk INTEGER NOT NULL REFERENCES desk (id),
    start INTEGER NOT NULL CHECK (start >= 0 AND start % 15 = 0),
    end INTEGER NOT NULL CHECK (end <= 1440 AND end % 15 = 0),
    active INTEGER NOT NULL CHECK (active IN (0, 1)),
    CHECK (end > start)
) STRICT;

CREATE UNIQUE INDEX shift_type_letters ON shift_type (letters COLLATE NOCASE) WHERE active = 1;
CREATE UNIQUE INDEX shift_type_hours ON shift_type (desk, start, end) WHERE active = 1;

-- What may not be worked on the day after what, besides what the rules of work say.
CREATE TABLE shift_type_order (
    before INTEGER NOT NULL REFERENCES shift_type (id),
    after INTEGER NOT NULL REFERENCES shift_type (id),
    PRIMARY KEY (before, after)
) STRICT, WITHOUT ROWID;

-- Some weeks, from a Monday, that are filled together.
CREATE TABLE rota (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    first TEXT NOT NULL CHECK (first IS date(first) AND strftime('%w', first) = '1'),
    weeks INTEGER NOT NULL CHECK (weeks BETWEEN 2 AND 52)
) STRICT;

CREATE TABLE rota_cover (
    rota INTEGER NOT NULL REFERENCES rota (id) ON DELETE CASCADE,
    kind INTEGER NOT NULL REFERENCES shift_type (id),
    weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
    people INTEGER NOT NULL CHECK (people BETWEEN 1 AND 99),
    PRIMARY KEY (rota, kind, weekday)
) STRICT, WITHOUT ROWID;

-- Who takes part, and within which limits; none where only the rules of work say one.
CREATE TABLE rota_member (
    rota INTEGER NOT NULL REFERENCES rota (id) ON DELETE CASCADE,
    staff INTEGER NOT NULL REFERENCES staff (id),
    least INTEGER CHECK (least BETWEEN 0 AND 524160),
    most INTEGER CHECK (most BETWEEN 0 AND 524160),
    run INTEGER CHECK (run BETWEEN 1 AND 31),
    rest INTEGER CHECK (rest BETWEEN 1 AND 31),
    weekends INTEGER CHECK (weekends BETWEEN 0 AND 52),
    PRIMARY KEY (rota, staff),
    CHECK (least IS NULL OR most IS NULL OR least <= most)
) STRICT, WITHOUT ROWID;

-- The kinds of shift that somebody does not work.
CREATE TABLE rota_barred (
    rota INTEGER NOT NULL,
    staff INTEGER NOT NULL,
    kind INTEGER NOT NULL REFERENCES shift_type (id),
    PRIMARY KEY (rota, staff, kind),
    FOREIGN KEY (rota, staff) REFERENCES rota_member (rota, staff) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- What somebody wishes for a day: a kind, or work at all, or not that.
CREATE TABLE rota_wish (
    rota INTEGER NOT NULL REFERENCES rota (id) ON DELETE CASCADE,
    staff INTEGER NOT NULL REFERENCES staff (id),
    day TEXT NOT NULL CHECK (day IS date(day)),
    kind INTEGER REFERENCES shift_type (id),
    wanted INTEGER NOT NULL CHECK (wanted IN (0, 1)),
    PRIMARY KEY (rota, staff, day)
) STRICT, WITHOUT ROWID;

-- Days that were set by hand: a solve leaves them as they are.
CREATE TABLE rota_pin (
    rota INTEGER NOT NULL REFERENCES rota (id) ON DELETE CASCADE,
    staff INTEGER NOT NULL REFERENCES staff (id),
    day TEXT NOT NULL CHECK (day IS date(day)),
    PRIMARY KEY (rota, staff, day)
) STRICT, WITHOUT ROWID;

CREATE INDEX shift_type_desk ON shift_type (desk);
CREATE INDEX shift_type_order_after ON shift_type_order (after);
CREATE INDEX rota_cover_kind ON rota_cover (kind);
CREATE INDEX rota_member_staff ON rota_member (staff);
CREATE INDEX rota_barred_kind ON rota_barred (kind);
CREATE INDEX rota_wish_staff ON rota_wish (staff);
CREATE INDEX rota_wish_kind ON rota_wish (kind);
CREATE INDEX rota_pin_staff ON rota_pin (staff);
