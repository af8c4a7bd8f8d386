-- At which desks somebody may work, since when. Somebody without a row may work at all of them.
CREATE TABLE desk_training (
    staff INTEGER NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
    desk INTEGER NOT NULL REFERENCES desk (id),
    since TEXT CHECK (since IS date(since)),
    PRIMARY KEY (staff, desk)
) STRICT, WITHOUT ROWID;
