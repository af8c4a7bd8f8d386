-- A publication is what everybody was told of a stretch of days; what it held stays as it was told. Its shifts may be
-- gone by now, so they are named without a reference.
CREATE TABLE publication (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    first TEXT NOT NULL CHECK (first IS date(first)),
    last TEXT NOT NULL CHECK (last IS date(last)),
    at INTEGER NOT NULL,
    by TEXT NOT NULL,
    CHECK (last >= first)
) STRICT;

CREATE INDEX publication_days ON publication (last, first);

CREATE TABLE published_shift (
    publication INTEGER NOT NULL REFERENCES publication (id),
    shift INTEGER NOT NULL,
    staff INTEGER NOT NULL REFERENCES staff (id),
    desk INTEGER NOT NULL REFERENCES desk (id),
    day TEXT NOT NULL CHECK (day IS date(day)),
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (publication, shift),
    CHECK (end > start)
) STRICT, WITHOUT ROWID;

CREATE INDEX published_shift_day ON published_shift (day);
