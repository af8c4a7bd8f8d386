-- A pay period that was signed off. What was paid of it stands, whatever is put right afterwards.
CREATE TABLE closed_period (
    first TEXT PRIMARY KEY CHECK (first IS date(first)),
    last TEXT NOT NULL CHECK (last IS date(last) AND last >= first),
    rounding TEXT NOT NULL CHECK (rounding IN ('none', 'five', 'six', 'fifteen')),
    closed_at INTEGER NOT NULL,
    closed_by TEXT NOT NULL
) STRICT;

-- The minutes that were paid with a closed period: those of the period itself, and what had been put right of earlier ones.
CREATE TABLE paid_minutes (
    paid_with TEXT NOT NULL REFERENCES closed_period (first) ON DELETE CASCADE,
    staff INTEGER NOT NULL REFERENCES staff (id),
    period TEXT NOT NULL REFERENCES closed_period (first),
    minutes INTEGER NOT NULL,
    PRIMARY KEY (paid_with, staff, period)
) STRICT, WITHOUT ROWID;
