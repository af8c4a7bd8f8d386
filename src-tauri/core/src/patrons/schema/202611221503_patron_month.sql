-- In which calendar months a patron borrowed or renewed, and how often: what active patrons are counted from. A month is
-- coarse on purpose, and joins no title.
CREATE TABLE patron_month (
    month TEXT NOT NULL CHECK (month IS date (month, 'start of month')),
    patron INTEGER NOT NULL REFERENCES patron (id) ON DELETE CASCADE,
    deeds INTEGER NOT NULL CHECK (deeds > 0),
    PRIMARY KEY (month, patron)
) STRICT, WITHOUT ROWID;

CREATE INDEX patron_month_patron ON patron_month (patron);

-- Of the time before only the last month is known.
INSERT INTO patron_month (month, patron, deeds)
SELECT date (last_active, 'start of month'), id, 1 FROM patron WHERE last_active IS NOT NULL;
