-- The same folded words, three letters in a row each: what is inside a word is found too. What is forgotten leaves this
-- index as well. The next start fills it.
CREATE VIRTUAL TABLE patron_infix USING fts5 (words, tokenize = 'trigram case_sensitive 1');
INSERT INTO patron_infix (patron_infix, rank) VALUES ('secure-delete', 1);

-- One letter begins a word quickly too.
DROP TABLE patron_search;
CREATE VIRTUAL TABLE patron_search USING fts5 (words, tokenize = 'unicode61 remove_diacritics 0', prefix = '1 2 3');
INSERT INTO patron_search (patron_search, rank) VALUES ('secure-delete', 1);
