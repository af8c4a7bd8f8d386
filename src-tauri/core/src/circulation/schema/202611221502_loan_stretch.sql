-- The time for which one due day of a loan holds, by library days: from the loan, a renewal or another due day, until the
-- return or the next of them. What was late on any evening is read from here. It names no patron, and once the loan has
-- forgotten, no loan.
CREATE TABLE loan_stretch (
    id INTEGER PRIMARY KEY,
    loan INTEGER REFERENCES loan (id) ON DELETE CASCADE,
    title INTEGER NOT NULL,
    category INTEGER REFERENCES patron_category (id),
    age_band TEXT NOT NULL CHECK (age_band IN ('child', 'young_adult', 'adult', 'unknown')),
    item_type INTEGER NOT NULL REFERENCES item_type (id),
    location TEXT NOT NULL,
    class TEXT,
    began TEXT NOT NULL,
    due TEXT NOT NULL,
    -- The first evening on which it is late.
    late_from TEXT NOT NULL,
    ended TEXT
) STRICT;

CREATE INDEX loan_stretch_loan ON loan_stretch (loan) WHERE loan IS NOT NULL;
CREATE INDEX loan_stretch_late ON loan_stretch (late_from, ended) WHERE ended IS NULL OR ended > late_from;

-- Loans of before, as far as they still tell: the last due day only, and instants by the days of UTC.
INSERT INTO loan_stretch (loan, title, category, age_band, item_type, location, class, began, due, late_from, ended)
SELECT CASE WHEN loan.patron IS NOT NULL THEN loan.id END, item.title_id, patron.category, 'unknown', item.item_type,
    item.location, NULL, date (loan.out_at / 1000, 'unixepoch'), loan.due,
    CASE WHEN loan.due_at IS NULL THEN date (loan.due, '+1 day') ELSE loan.due END,
    date (loan.returned_at / 1000, 'unixepoch')
FROM loan
    JOIN item ON item.id = loan.item
    LEFT JOIN patron ON patron.id = loan.patron
WHERE loan.patron IS NOT NULL OR date (loan.returned_at / 1000, 'unixepoch') > loan.due;
