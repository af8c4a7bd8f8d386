-- The numbers that stand or stood for a patron besides the present card, which is in the patron's own row.
CREATE TABLE patron_card (
    number TEXT PRIMARY KEY CHECK (number <> ''),
    patron INTEGER NOT NULL REFERENCES patron (id),
    kind TEXT NOT NULL CHECK (kind IN ('other', 'replaced', 'lost')),
    since TEXT NOT NULL CHECK (since IS date (since)),
    note TEXT NOT NULL
) STRICT;

CREATE INDEX patron_card_patron ON patron_card (patron);

-- The day on which the present card was reported lost; it does not open the patron from then on.
ALTER TABLE patron ADD COLUMN card_lost TEXT CHECK (card_lost IS date (card_lost));

-- A number is one thing only: a present card, another number of a patron, or an item's barcode.
CREATE TRIGGER patron_card_is_free BEFORE INSERT ON patron_card
BEGIN
    SELECT RAISE (ABORT, 'is a patron''s card') WHERE EXISTS (SELECT 1 FROM patron WHERE card = NEW.number);
    SELECT RAISE (ABORT, 'is an item''s barcode') WHERE EXISTS (SELECT 1 FROM item WHERE barcode = NEW.number);
END;

CREATE TRIGGER patron_card_keeps_its_number BEFORE UPDATE OF number ON patron_card
BEGIN
    SELECT RAISE (ABORT, 'keeps its number');
END;

CREATE TRIGGER card_is_no_older_number BEFORE INSERT ON patron
WHEN EXISTS (SELECT 1 FROM patron_card WHERE number = NEW.card)
BEGIN
    SELECT RAISE (ABORT, 'is another number of a patron');
END;

CREATE TRIGGER card_becomes_no_older_number BEFORE UPDATE OF card ON patron
WHEN EXISTS (SELECT 1 FROM patron_card WHERE number = NEW.card)
BEGIN
    SELECT RAISE (ABORT, 'is another number of a patron');
END;

CREATE TRIGGER item_is_no_older_card BEFORE INSERT ON item
WHEN EXISTS (SELECT 1 FROM patron_card WHERE number = NEW.barcode)
BEGIN
    SELECT RAISE (ABORT, 'is a patron''s card');
END;

CREATE TRIGGER item_becomes_no_older_card BEFORE UPDATE OF barcode ON item
WHEN EXISTS (SELECT 1 FROM patron_card WHERE number = NEW.barcode)
BEGIN
    SELECT RAISE (ABORT, 'is a patron''s card');
END;
