CREATE TABLE backup_plan (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    -- Empty: only beside the library.
    second_place TEXT NOT NULL,
    keep_days INTEGER NOT NULL CHECK (keep_days BETWEEN 7 AND 1100)
) STRICT;

INSERT INTO backup_plan (id, second_place, keep_days) VALUES (1, '', 35);
