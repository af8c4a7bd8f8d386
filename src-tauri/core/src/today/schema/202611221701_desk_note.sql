-- A note for whoever is at the desk next: shown until a day, or until somebody removes it. A removed one is kept for a
-- while, so that the removal can be undone.
CREATE TABLE desk_note (
    id INTEGER PRIMARY KEY,
    text TEXT NOT NULL CHECK (text <> ''),
    until TEXT NOT NULL CHECK (until IS date(until)),
    written_at INTEGER NOT NULL,
    written_by TEXT NOT NULL,
    removed_at INTEGER
) STRICT;
