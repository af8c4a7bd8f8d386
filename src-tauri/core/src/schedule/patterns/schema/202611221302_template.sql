-- A template is a week without a date: who works where on which weekday.
CREATE TABLE template (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 60)
) STRICT;

CREATE UNIQUE INDEX template_name ON template (name COLLATE NOCASE);

CREATE TABLE template_shift (
    id INTEGER PRIMARY KEY,
    template INTEGER NOT NULL REFERENCES template (id),
    staff INTEGER NOT NULL REFERENCES staff (id),
    desk INTEGER NOT NULL REFERENCES desk (id),
    weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
    start INTEGER NOT NULL CHECK (start >= 0),
    end INTEGER NOT NULL CHECK (end <= 1440),
    note TEXT NOT NULL CHECK (length(note) <= 500),
    CHECK (end > start)
) STRICT;

CREATE INDEX template_shift_template ON template_shift (template);
