CREATE TABLE title (
    id INTEGER PRIMARY KEY,
    title TEXT NOT NULL CHECK (title <> ''),
    author TEXT NOT NULL,
    isbn TEXT NOT NULL,
    year INTEGER CHECK (year BETWEEN 0 AND 9999),
    publisher TEXT NOT NULL
) STRICT;

-- Copies that come in one after the other find the record they share.
CREATE INDEX title_alike ON title (title, author, isbn);

CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    title_id INTEGER NOT NULL REFERENCES title (id),
    barcode TEXT NOT NULL UNIQUE CHECK (barcode <> ''),
    call_number TEXT NOT NULL,
    item_type INTEGER NOT NULL REFERENCES item_type (id),
    location TEXT NOT NULL,
    price INTEGER CHECK (price >= 0),
    note TEXT NOT NULL,
    status TEXT NOT NULL DEFAULT 'in_service'
        CHECK (status IN ('in_service', 'missing', 'lost', 'repair', 'withdrawn')),
    -- The day until which it is out, which circulation writes; absent while it is in.
    due TEXT CHECK (due IS date (due)),
    CHECK (due IS NULL OR status IN ('in_service', 'lost'))
) STRICT;

CREATE INDEX item_title ON item (title_id);
CREATE INDEX item_location ON item (location);

-- One row an item, under the item's number: the folded words by which it is found.
CREATE VIRTUAL TABLE item_search USING fts5 (words, tokenize = 'unicode61 remove_diacritics 0', prefix = '2 3');
INSERT INTO item_search (item_search, rank) VALUES ('secure-delete', 1);
