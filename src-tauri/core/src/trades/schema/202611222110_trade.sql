-- Shifts that change hands: offered, taken by another, decided. What it is about stands here as it was when it was asked,
-- so that it can be read after the shift has moved. The changes of an approval are kept, so that it can be taken back.
CREATE TABLE trade (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('give_up', 'swap', 'open')),
    state TEXT NOT NULL CHECK (state IN ('asked', 'agreed', 'approved', 'refused', 'withdrawn')),
    shift INTEGER,
    owner INTEGER REFERENCES staff (id),
    other_shift INTEGER,
    taker INTEGER REFERENCES staff (id),
    desk INTEGER NOT NULL REFERENCES desk (id),
    day TEXT NOT NULL CHECK (day IS date(day)),
    start INTEGER NOT NULL CHECK (start >= 0),
    end INTEGER NOT NULL CHECK (end <= 1440 AND end > start),
    note TEXT NOT NULL CHECK (length(note) <= 200),
    asked_at INTEGER NOT NULL,
    asked_by TEXT NOT NULL,
    agreed_by TEXT,
    decided_at INTEGER,
    decided_by TEXT,
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 200),
    changes TEXT,
    CHECK ((kind = 'open') = (shift IS NULL)),
    CHECK ((kind = 'open') = (owner IS NULL)),
    CHECK ((kind = 'swap') = (other_shift IS NOT NULL)),
    CHECK (taker IS NOT NULL OR state IN ('asked', 'refused', 'withdrawn'))
) STRICT;

CREATE INDEX trade_state ON trade (state, day);
-- A shift is offered once at a time.
CREATE UNIQUE INDEX trade_shift ON trade (shift) WHERE state IN ('asked', 'agreed');
