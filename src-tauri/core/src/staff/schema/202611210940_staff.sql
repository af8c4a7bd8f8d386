CREATE TABLE staff (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    position TEXT NOT NULL,
    email TEXT NOT NULL,
    phone TEXT NOT NULL,
    wanted_minutes INTEGER CHECK (wanted_minutes BETWEEN 0 AND 10080),
    active INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;
