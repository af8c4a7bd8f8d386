-- What a desk needs on a weekday is known from a day on, until the next such row of that desk and weekday. A row
-- without stretches says that nobody is needed from then on.
CREATE TABLE need_plan (
    id INTEGER PRIMARY KEY,
    desk INTEGER NOT NULL REFERENCES desk (id),
    weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
    since TEXT NOT NULL CHECK (since IS date(since)),
    UNIQUE (desk, weekday, since)
) STRICT;

CREATE TABLE need_span (
    plan INTEGER NOT NULL REFERENCES need_plan (id),
    start INTEGER NOT NULL CHECK (start >= 0),
    end INTEGER NOT NULL CHECK (end <= 1440),
    people INTEGER NOT NULL CHECK (people BETWEEN 1 AND 99),
    PRIMARY KEY (plan, start),
    CHECK (end > start)
) STRICT, WITHOUT ROWID;

-- What was undated has held as long as anybody remembers.
INSERT INTO need_plan (desk, weekday, since)
SELECT DISTINCT desk, weekday, '0001-01-01' FROM need ORDER BY desk, weekday;

INSERT INTO need_span (plan, start, end, people)
SELECT need_plan.id, need.start, need.end, need.people
FROM need JOIN need_plan ON need_plan.desk = need.desk AND need_plan.weekday = need.weekday;

DROP TABLE need;
