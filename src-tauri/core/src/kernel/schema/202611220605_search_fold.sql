-- By which rules names and titles were folded for search; none yet, so that all are folded at the next start.
CREATE TABLE search_fold (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    version INTEGER NOT NULL
) STRICT;

INSERT INTO search_fold (id, version) VALUES (1, 0);
