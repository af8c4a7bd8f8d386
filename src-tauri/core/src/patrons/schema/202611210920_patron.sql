CREATE TABLE patron (
    id INTEGER PRIMARY KEY,
    card TEXT NOT NULL UNIQUE CHECK (card <> ''),
    family_name TEXT NOT NULL CHECK (family_name <> ''),
    given_name TEXT NOT NULL,
    category INTEGER NOT NULL REFERENCES patron_category (id),
    email TEXT NOT NULL,
    phone TEXT NOT NULL,
    address TEXT NOT NULL,
    born TEXT CHECK (born IS date (born)),
    expires TEXT CHECK (expires IS date (expires)),
    note TEXT NOT NULL,
    registered TEXT NOT NULL CHECK (registered IS date (registered)),
    last_active TEXT CHECK (last_active IS date (last_active)),
    -- The folded name by which lists are in order.
    sort_key TEXT NOT NULL
) STRICT;

CREATE INDEX patron_sort_key ON patron (sort_key);

-- One row a patron, under the patron's number: the folded words by which they are found. What is forgotten must leave
-- the index too, not only be marked as gone.
CREATE VIRTUAL TABLE patron_search USING fts5 (words, tokenize = 'unicode61 remove_diacritics 0', prefix = '2 3');
INSERT INTO patron_search (patron_search, rank) VALUES ('secure-delete', 1);

-- A scan must say whether it is a card or an item. Patrons ask the catalog; the catalog knows no patrons, so the file
-- says no for them.
CREATE TRIGGER item_is_no_card BEFORE INSERT ON item
WHEN EXISTS (SELECT 1 FROM patron WHERE card = NEW.barcode)
BEGIN
    SELECT RAISE (ABORT, 'is a patron''s card');
END;

CREATE TRIGGER item_becomes_no_card BEFORE UPDATE OF barcode ON item
WHEN EXISTS (SELECT 1 FROM patron WHERE card = NEW.barcode)
BEGIN
    SELECT RAISE (ABORT, 'is a patron''s card');
END;
