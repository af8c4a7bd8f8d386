-- What the library changed of a rule of work; what has no row holds as Carrel brings it. Groups stand by their words,
-- with a space between.
CREATE TABLE work_rule (
    id TEXT PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 40),
    active INTEGER NOT NULL CHECK (active IN (0, 1)),
    severity TEXT NOT NULL CHECK (severity IN ('note', 'warn', 'block')),
    only_groups TEXT NOT NULL,
    except_groups TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A rule's figures; without a value it does not limit.
CREATE TABLE work_rule_figure (
    rule TEXT NOT NULL REFERENCES work_rule (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    value INTEGER CHECK (value >= 0),
    PRIMARY KEY (rule, name)
) STRICT, WITHOUT ROWID;

-- Which state's rules hold, and on which weekday the week of the rules begins; the library's own where it is not said.
CREATE TABLE work_rule_choice (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    state TEXT,
    week_starts INTEGER CHECK (week_starts BETWEEN 1 AND 7)
) STRICT;

-- What a desk asks of those who work there, besides being trained for it.
CREATE TABLE desk_demand (
    desk INTEGER PRIMARY KEY REFERENCES desk (id),
    senior INTEGER NOT NULL CHECK (senior IN (0, 1))
) STRICT;

CREATE TABLE desk_duty (
    desk INTEGER NOT NULL REFERENCES desk (id),
    duty TEXT NOT NULL,
    PRIMARY KEY (desk, duty)
) STRICT, WITHOUT ROWID;

-- Why a shift stays in spite of a rule. It holds as long as the shift is what it was, so it is kept when the shift moves
-- or goes: a shift that comes back has its reason again.
CREATE TABLE rule_override (
    shift INTEGER NOT NULL,
    rule TEXT NOT NULL,
    staff INTEGER NOT NULL REFERENCES staff (id),
    desk INTEGER NOT NULL REFERENCES desk (id),
    day TEXT NOT NULL CHECK (day IS date(day)),
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
    by TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (shift, rule)
) STRICT, WITHOUT ROWID;
