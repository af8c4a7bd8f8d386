-- Who answers for a child: a name and a number as typed, or another patron.
ALTER TABLE patron ADD COLUMN guardian TEXT NOT NULL DEFAULT '';
ALTER TABLE patron ADD COLUMN guardian_phone TEXT NOT NULL DEFAULT '';
ALTER TABLE patron ADD COLUMN guardian_patron INTEGER REFERENCES patron (id);

CREATE INDEX patron_guardian ON patron (guardian_patron) WHERE guardian_patron IS NOT NULL;

-- Why address, phone or e-mail are in doubt; empty where they are not.
ALTER TABLE patron ADD COLUMN contact_doubt TEXT NOT NULL DEFAULT '';

-- Patrons who live together share a number; a household of one is none.
CREATE TABLE patron_household (
    id INTEGER PRIMARY KEY
) STRICT;

ALTER TABLE patron ADD COLUMN household INTEGER REFERENCES patron_household (id);

CREATE INDEX patron_household_member ON patron (household) WHERE household IS NOT NULL;

-- What the desk is to tell a patron at the next visit. One that bars is a block from its first day to its last.
CREATE TABLE patron_message (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    patron INTEGER NOT NULL REFERENCES patron (id),
    text TEXT NOT NULL CHECK (text <> ''),
    from_day TEXT NOT NULL CHECK (from_day IS date (from_day)),
    until_day TEXT CHECK (until_day IS date (until_day)),
    bars INTEGER NOT NULL CHECK (bars IN (0, 1)),
    written_at INTEGER NOT NULL,
    written_by TEXT NOT NULL,
    acknowledged_at INTEGER,
    acknowledged_by TEXT,
    CHECK (until_day >= from_day),
    CHECK ((acknowledged_at IS NULL) = (acknowledged_by IS NULL))
) STRICT;

CREATE INDEX patron_message_patron ON patron_message (patron);
CREATE INDEX patron_message_acknowledged ON patron_message (acknowledged_at) WHERE acknowledged_at IS NOT NULL;

-- What the library asks of its patrons.
CREATE TABLE patron_demand (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    -- Younger patrons need a guardian; none where the library asks for none.
    guardian_under INTEGER CHECK (guardian_under BETWEEN 1 AND 25)
) STRICT;

INSERT INTO patron_demand (id, guardian_under) VALUES (1, NULL);

-- What tells a patron who registers twice: the birth day. A shared e-mail or phone tells a household.
CREATE INDEX patron_born ON patron (born) WHERE born IS NOT NULL;
CREATE INDEX patron_email ON patron (lower (email)) WHERE email <> '';

-- The last seven digits of the phone number, by which two numbers are compared.
ALTER TABLE patron ADD COLUMN phone_end TEXT NOT NULL DEFAULT '';

UPDATE patron
SET phone_end = substr (
    replace (replace (replace (replace (replace (replace (phone, ' ', ''), '-', ''), '(', ''), ')', ''), '.', ''), '/', ''),
    -7
)
WHERE length (phone) >= 7;

CREATE INDEX patron_phone_end ON patron (phone_end) WHERE phone_end <> '';
