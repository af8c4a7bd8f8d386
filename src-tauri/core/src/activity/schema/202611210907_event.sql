CREATE TABLE event (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('check_out', 'renewal', 'return', 'in_house', 'registration')),
    day TEXT NOT NULL,
    hour INTEGER NOT NULL CHECK (hour BETWEEN 0 AND 23),
    category INTEGER REFERENCES patron_category (id),
    age_band TEXT NOT NULL CHECK (age_band IN ('child', 'young_adult', 'adult', 'unknown')),
    item_type INTEGER REFERENCES item_type (id),
    location TEXT,
    title INTEGER,
    late INTEGER NOT NULL CHECK (late IN (0, 1))
) STRICT;

CREATE INDEX event_day ON event (day, kind);
