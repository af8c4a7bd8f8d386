-- What somebody owes for one thing. Nothing here is counted up: a balance is the sum of charges and credits.
CREATE TABLE charge (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    patron INTEGER NOT NULL REFERENCES patron (id),
    -- Gone when it is settled and the loan has forgotten its patron.
    loan INTEGER REFERENCES loan (id),
    kind TEXT NOT NULL CHECK (kind IN ('overdue', 'lost', 'damage', 'card', 'other')),
    amount INTEGER NOT NULL CHECK (amount BETWEEN 1 AND 100000000),
    note TEXT NOT NULL,
    at INTEGER NOT NULL,
    account INTEGER REFERENCES account (id)
) STRICT;

CREATE INDEX charge_patron ON charge (patron);
CREATE INDEX charge_loan ON charge (loan) WHERE loan IS NOT NULL;

-- What lessens what is owed: a payment, a waiver, or a reversal that takes either back whole.
CREATE TABLE credit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    patron INTEGER NOT NULL REFERENCES patron (id),
    kind TEXT NOT NULL CHECK (kind IN ('payment', 'waiver', 'reversal')),
    amount INTEGER NOT NULL CHECK (amount <> 0),
    reverses INTEGER UNIQUE REFERENCES credit (id),
    reason TEXT NOT NULL,
    at INTEGER NOT NULL,
    account INTEGER REFERENCES account (id),
    CHECK ((kind = 'reversal') = (reverses IS NOT NULL)),
    CHECK ((kind = 'reversal') = (amount < 0))
) STRICT;

CREATE INDEX credit_patron ON credit (patron);

-- Which charges a credit settles, and how far.
CREATE TABLE allocation (
    credit INTEGER NOT NULL REFERENCES credit (id),
    charge INTEGER NOT NULL REFERENCES charge (id),
    amount INTEGER NOT NULL CHECK (amount <> 0),
    PRIMARY KEY (credit, charge)
) STRICT, WITHOUT ROWID;

CREATE INDEX allocation_charge ON allocation (charge);

CREATE TRIGGER charge_is_settled_within_its_amount BEFORE INSERT ON allocation
WHEN (SELECT coalesce(sum(amount), 0) FROM allocation WHERE charge = NEW.charge) + NEW.amount
    NOT BETWEEN 0 AND (SELECT amount FROM charge WHERE id = NEW.charge)
BEGIN
    SELECT RAISE (ABORT, 'a charge is settled within its amount');
END;

CREATE TRIGGER credit_is_for_its_own_patron BEFORE INSERT ON allocation
WHEN (SELECT patron FROM charge WHERE id = NEW.charge) IS NOT (SELECT patron FROM credit WHERE id = NEW.credit)
BEGIN
    SELECT RAISE (ABORT, 'a credit settles the charges of its own patron');
END;

CREATE TRIGGER charge_keeps_its_amount BEFORE UPDATE OF amount ON charge
BEGIN
    SELECT RAISE (ABORT, 'the amount of a charge is not changed');
END;

CREATE TRIGGER allocation_keeps_its_amount BEFORE UPDATE ON allocation
BEGIN
    SELECT RAISE (ABORT, 'what a credit settled is not changed');
END;

-- A charge with how far it is settled, and what it was for while its loan is known.
CREATE VIEW charge_line AS
SELECT charge.id, charge.patron, charge.loan, charge.kind, charge.amount, charge.note, charge.at, account.name AS by_name,
    (SELECT coalesce(sum(part.amount), 0) FROM allocation part WHERE part.charge = charge.id) AS settled,
    (SELECT max(credit.at) FROM allocation part JOIN credit ON credit.id = part.credit WHERE part.charge = charge.id)
        AS credited_at,
    item.barcode, title.title
FROM charge
    LEFT JOIN account ON account.id = charge.account
    LEFT JOIN loan ON loan.id = charge.loan
    LEFT JOIN item ON item.id = loan.item
    LEFT JOIN title ON title.id = item.title_id;

-- What the library decided about what is owed: from how much on it lends no more; never, when nothing stands here.
CREATE TABLE charge_terms (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    most_owed INTEGER CHECK (most_owed BETWEEN 0 AND 100000000)
) STRICT;

INSERT INTO charge_terms (id, most_owed) VALUES (1, NULL);
