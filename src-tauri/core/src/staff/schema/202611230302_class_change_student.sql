-- Whoever is given classes studies: whether a change made them a student is taken back with it. The number of a change that
-- is gone is never given again, so that nobody takes back another one than they meant.
CREATE TABLE class_change_before AS SELECT id, staff, first, last, before, after FROM class_change;
DROP TABLE class_change;

CREATE TABLE class_change (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    staff INTEGER NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
    first TEXT NOT NULL CHECK (first IS date(first)),
    last TEXT NOT NULL CHECK (last IS date(last)),
    before TEXT NOT NULL CHECK (json_valid(before)),
    after TEXT NOT NULL CHECK (json_valid(after)),
    made_student INTEGER NOT NULL DEFAULT 0 CHECK (made_student IN (0, 1))
) STRICT;

INSERT INTO class_change (id, staff, first, last, before, after)
SELECT id, staff, first, last, before, after FROM class_change_before;
DROP TABLE class_change_before;
