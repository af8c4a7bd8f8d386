-- What holds for all loans where no rule says otherwise.
CREATE TABLE lending_policy (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    closed_due TEXT NOT NULL CHECK (closed_due IN ('next_open', 'previous_open', 'keep')),
    within_card INTEGER NOT NULL CHECK (within_card IN (0, 1)),
    cards_may_lack_expiry INTEGER NOT NULL CHECK (cards_may_lack_expiry IN (0, 1)),
    hourly_closed TEXT NOT NULL CHECK (hourly_closed IN ('at_closing', 'after_opening', 'keep')),
    opening_minutes INTEGER NOT NULL CHECK (opening_minutes BETWEEN 0 AND 480),
    charge_fines INTEGER NOT NULL CHECK (charge_fines IN (0, 1)),
    fine_counts TEXT NOT NULL CHECK (fine_counts IN ('open', 'all')),
    grace_counts TEXT NOT NULL CHECK (grace_counts IN ('open', 'all')),
    fine_starts TEXT NOT NULL CHECK (fine_starts IN ('at_due', 'after_grace'))
) STRICT;

INSERT INTO lending_policy
    (id, closed_due, within_card, cards_may_lack_expiry, hourly_closed, opening_minutes, charge_fines, fine_counts,
     grace_counts, fine_starts)
VALUES (1, 'next_open', 1, 1, 'at_closing', 15, 0, 'open', 'open', 'after_grace');

CREATE TABLE loan_rule_before AS SELECT category, item_type, days, item_limit, renewals FROM loan_rule;
DROP TABLE loan_rule;

-- No category is any category, no item type any item type; the row with neither is the default.
CREATE TABLE loan_rule (
    id INTEGER PRIMARY KEY,
    category INTEGER REFERENCES patron_category (id),
    item_type INTEGER REFERENCES item_type (id),
    unit TEXT NOT NULL CHECK (unit IN ('days', 'hours')),
    period INTEGER NOT NULL CHECK (period BETWEEN 0 AND 730),
    item_limit INTEGER NOT NULL CHECK (item_limit BETWEEN 0 AND 999),
    renewals INTEGER NOT NULL CHECK (renewals BETWEEN 0 AND 99),
    renew_from TEXT NOT NULL CHECK (renew_from IN ('today', 'due_date')),
    fine INTEGER NOT NULL CHECK (fine >= 0),
    fine_grace INTEGER NOT NULL CHECK (fine_grace BETWEEN 0 AND 999),
    fine_cap INTEGER CHECK (fine_cap >= 0),
    closed_due TEXT CHECK (closed_due IN ('next_open', 'previous_open', 'keep')),
    within_card INTEGER CHECK (within_card IN (0, 1)),
    hourly_closed TEXT CHECK (hourly_closed IN ('at_closing', 'after_opening', 'keep')),
    charge_fines INTEGER CHECK (charge_fines IN (0, 1)),
    fine_counts TEXT CHECK (fine_counts IN ('open', 'all')),
    grace_counts TEXT CHECK (grace_counts IN ('open', 'all')),
    fine_starts TEXT CHECK (fine_starts IN ('at_due', 'after_grace'))
) STRICT;

CREATE UNIQUE INDEX loan_rule_pair ON loan_rule (ifnull(category, 0), ifnull(item_type, 0));

INSERT INTO loan_rule (category, item_type, unit, period, item_limit, renewals, renew_from, fine, fine_grace)
SELECT category, item_type, 'days', days, item_limit, renewals, 'today', 0, 0 FROM loan_rule_before;
DROP TABLE loan_rule_before;

-- A weekday may open more than once, with a break between.
CREATE TABLE opening_span (
    weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
    opens INTEGER NOT NULL CHECK (opens BETWEEN 0 AND 1440),
    closes INTEGER NOT NULL CHECK (closes BETWEEN 0 AND 1440),
    PRIMARY KEY (weekday, opens),
    CHECK (opens < closes)
) STRICT;

INSERT INTO opening_span (weekday, opens, closes) SELECT weekday, opens, closes FROM opening_hours;
DROP TABLE opening_hours;

-- Days with hours of their own, such as a short Christmas Eve.
CREATE TABLE special_day (
    day TEXT PRIMARY KEY,
    reason TEXT NOT NULL CHECK (length(reason) > 0)
) STRICT;

CREATE TABLE special_span (
    day TEXT NOT NULL REFERENCES special_day (day) ON DELETE CASCADE,
    opens INTEGER NOT NULL CHECK (opens BETWEEN 0 AND 1440),
    closes INTEGER NOT NULL CHECK (closes BETWEEN 0 AND 1440),
    PRIMARY KEY (day, opens),
    CHECK (opens < closes)
) STRICT;

-- A closure lasts a day or many.
CREATE TABLE closure (
    day TEXT PRIMARY KEY,
    through TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (length(reason) > 0),
    CHECK (day <= through)
) STRICT;

INSERT INTO closure (day, through, reason) SELECT day, day, reason FROM closed_day;
DROP TABLE closed_day;
