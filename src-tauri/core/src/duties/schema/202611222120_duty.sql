-- What is done at a desk each day, by whoever works there: at opening, every hour, at closing.
CREATE TABLE duty (
    id INTEGER PRIMARY KEY,
    desk INTEGER NOT NULL REFERENCES desk (id),
    moment TEXT NOT NULL CHECK (moment IN ('opening', 'hourly', 'closing')),
    text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 200),
    active INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;

CREATE INDEX duty_desk ON duty (desk, moment);

-- What was done when and by whom; the hour tells an hourly duty's ticks apart, and is -1 for the others.
CREATE TABLE duty_tick (
    duty INTEGER NOT NULL REFERENCES duty (id),
    day TEXT NOT NULL CHECK (day IS date(day)),
    hour INTEGER NOT NULL CHECK (hour BETWEEN -1 AND 23),
    at INTEGER NOT NULL,
    by TEXT NOT NULL,
    PRIMARY KEY (duty, day, hour)
) STRICT, WITHOUT ROWID;
