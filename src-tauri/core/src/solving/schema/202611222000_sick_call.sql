-- Who was asked to take the shift of somebody who is ill, and what they said. It goes with the shift.
CREATE TABLE sick_call (
    shift INTEGER NOT NULL REFERENCES shift (id) ON DELETE CASCADE,
    staff INTEGER NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
    said  TEXT NOT NULL CHECK (said IN ('yes', 'no', 'unreached')),
    at    INTEGER NOT NULL,
    by    TEXT NOT NULL,
    PRIMARY KEY (shift, staff)
) STRICT, WITHOUT ROWID;
