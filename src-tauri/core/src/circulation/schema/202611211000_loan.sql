CREATE TABLE loan (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    item INTEGER NOT NULL REFERENCES item (id),
    patron INTEGER REFERENCES patron (id),
    out_at INTEGER NOT NULL,
    due TEXT NOT NULL,
    renewals INTEGER NOT NULL DEFAULT 0 CHECK (renewals >= 0),
    renewed_at INTEGER,
    returned_at INTEGER,
    why TEXT NOT NULL,
    CHECK (patron IS NOT NULL OR returned_at IS NOT NULL)
) STRICT;

-- An item is lent once at a time.
CREATE UNIQUE INDEX loan_open ON loan (item) WHERE returned_at IS NULL;
CREATE INDEX loan_item ON loan (item, returned_at);
CREATE INDEX loan_due ON loan (due) WHERE returned_at IS NULL;
CREATE INDEX loan_patron ON loan (patron) WHERE patron IS NOT NULL;
CREATE INDEX loan_out ON loan (out_at);
CREATE INDEX loan_forgettable ON loan (returned_at) WHERE patron IS NOT NULL;
CREATE INDEX loan_returned ON loan (returned_at) WHERE returned_at IS NOT NULL;

-- A loan with the words that a line of it shows.
CREATE VIEW loan_line AS
SELECT loan.id, loan.item, item.barcode, title.title, item.call_number, item.item_type, loan.patron, patron.given_name,
    patron.family_name, loan.out_at, loan.due, loan.renewals, loan_rule.renewals AS allowed, loan.returned_at
FROM loan
    JOIN item ON item.id = loan.item
    JOIN title ON title.id = item.title_id
    LEFT JOIN patron ON patron.id = loan.patron
    LEFT JOIN loan_rule ON loan_rule.category = patron.category AND loan_rule.item_type = item.item_type;

CREATE TABLE desk_undo (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    loan INTEGER,
    at INTEGER NOT NULL,
    -- Gone once it was used: an undone scan leaves no trace of what it was about.
    inverse TEXT,
    undone_at INTEGER,
    CHECK ((inverse IS NULL) = (undone_at IS NOT NULL))
) STRICT;

CREATE INDEX desk_undo_loan ON desk_undo (loan) WHERE loan IS NOT NULL;
