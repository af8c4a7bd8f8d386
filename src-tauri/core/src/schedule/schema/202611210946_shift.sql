-- Numbers are not used again: a shift that was removed and placed anew is another one in the audit.
CREATE TABLE shift (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    staff INTEGER NOT NULL REFERENCES staff (id),
    desk INTEGER NOT NULL REFERENCES desk (id),
    day TEXT NOT NULL CHECK (day IS date(day)),
    start INTEGER NOT NULL CHECK (start >= 0 AND start % 15 = 0),
    end INTEGER NOT NULL CHECK (end <= 1440 AND end % 15 = 0),
    note TEXT NOT NULL CHECK (length(note) <= 500),
    CHECK (end > start)
) STRICT;

CREATE INDEX shift_day ON shift (day);
CREATE INDEX shift_staff_day ON shift (staff, day);
CREATE INDEX shift_desk ON shift (desk);
