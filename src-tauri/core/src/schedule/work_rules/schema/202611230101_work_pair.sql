-- Who is to work with whom, or not, and why.
CREATE TABLE work_pair (
    id INTEGER PRIMARY KEY,
    one INTEGER NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('apart', 'together', 'beside', 'accompanied', 'led')),
    other INTEGER REFERENCES staff (id) ON DELETE CASCADE,
    first TEXT CHECK (first IS date(first)),
    last TEXT CHECK (last IS date(last) AND last >= first),
    reason TEXT NOT NULL CHECK (length(reason) <= 200),
    CHECK ((other IS NOT NULL) = (kind IN ('apart', 'together', 'beside'))),
    CHECK (other <> one)
) STRICT;
