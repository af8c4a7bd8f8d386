-- More of what the schedule asks of somebody.
ALTER TABLE staff ADD COLUMN called TEXT NOT NULL DEFAULT '' CHECK (length(called) <= 200);
ALTER TABLE staff ADD COLUMN most_minutes INTEGER CHECK (most_minutes BETWEEN 0 AND 10080);
ALTER TABLE staff ADD COLUMN student INTEGER NOT NULL DEFAULT 0 CHECK (student IN (0, 1));
ALTER TABLE staff ADD COLUMN senior INTEGER NOT NULL DEFAULT 0 CHECK (senior IN (0, 1));
ALTER TABLE staff ADD COLUMN keyholder INTEGER NOT NULL DEFAULT 0 CHECK (keyholder IN (0, 1));
ALTER TABLE staff ADD COLUMN begins TEXT CHECK (begins IS date(begins));
ALTER TABLE staff ADD COLUMN ends TEXT CHECK (ends IS date(ends) AND ends >= begins);

-- What the law and agreements allow somebody; apart, because few may see it. No row is no limit.
CREATE TABLE staff_limits (
    staff INTEGER PRIMARY KEY REFERENCES staff (id) ON DELETE CASCADE,
    elsewhere_minutes INTEGER NOT NULL CHECK (elsewhere_minutes BETWEEN 0 AND 10080),
    born TEXT CHECK (born IS date(born)),
    minor INTEGER NOT NULL CHECK (minor IN (0, 1)),
    permit TEXT NOT NULL CHECK (permit IN ('none', 'f1', 'j1')),
    permit_ends TEXT CHECK (permit_ends IS date(permit_ends)),
    award INTEGER CHECK (award >= 0),
    award_minutes INTEGER CHECK (award_minutes >= 0),
    award_from TEXT CHECK (award_from IS date(award_from)),
    hourly_pay INTEGER CHECK (hourly_pay > 0),
    CHECK (award IS NULL OR award_minutes IS NULL),
    CHECK (award IS NULL OR hourly_pay IS NOT NULL)
) STRICT;

-- What staff learn to do here, and who has learned it since when.
CREATE TABLE skill (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    active INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;

CREATE UNIQUE INDEX skill_name ON skill (name COLLATE NOCASE);

CREATE TABLE staff_skill (
    staff INTEGER NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
    skill INTEGER NOT NULL REFERENCES skill (id),
    since TEXT CHECK (since IS date(since)),
    PRIMARY KEY (staff, skill)
) STRICT, WITHOUT ROWID;
