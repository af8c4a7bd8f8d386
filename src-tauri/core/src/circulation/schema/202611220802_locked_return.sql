-- What was scanned while the desk was locked, until somebody settles it: no patron, no title.
CREATE TABLE locked_return (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    barcode TEXT NOT NULL UNIQUE,
    at INTEGER NOT NULL
) STRICT;
