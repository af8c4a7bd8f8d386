-- An open loan whose item is said to be back, and since when. It names no patron: the loan does.
CREATE TABLE loan_claim (
    loan INTEGER PRIMARY KEY REFERENCES loan (id) ON DELETE CASCADE,
    at INTEGER NOT NULL
) STRICT;
