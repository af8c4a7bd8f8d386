-- Stretches of the year in which classes meet, and the days within them on which none do.
CREATE TABLE term (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 80),
    first TEXT NOT NULL CHECK (first IS date(first)),
    last TEXT NOT NULL CHECK (last IS date(last)),
    CHECK (first <= last)
) STRICT;

CREATE TABLE term_break (
    day TEXT PRIMARY KEY CHECK (day IS date(day)),
    through TEXT NOT NULL CHECK (through IS date(through)),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    CHECK (day <= through)
) STRICT;
