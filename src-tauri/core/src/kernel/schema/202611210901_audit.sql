CREATE TABLE audit (
    seq INTEGER PRIMARY KEY CHECK (seq > 0),
    at INTEGER NOT NULL,
    account INTEGER,
    actor TEXT NOT NULL,
    command TEXT NOT NULL,
    subjects TEXT NOT NULL,
    detail_digest BLOB CHECK (length(detail_digest) = 32),
    hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32)
) STRICT;

CREATE INDEX audit_subjects ON audit (subjects) WHERE detail_digest IS NOT NULL;

CREATE TABLE audit_detail (
    seq INTEGER PRIMARY KEY REFERENCES audit (seq),
    salt BLOB NOT NULL CHECK (length(salt) = 16),
    detail TEXT NOT NULL
) STRICT;

CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
BEGIN
    SELECT RAISE (ABORT, 'the audit is not changed');
END;

CREATE TRIGGER audit_is_not_shortened BEFORE DELETE ON audit
BEGIN
    SELECT RAISE (ABORT, 'the audit is not shortened');
END;

-- What was refused and is worth knowing stands apart: a refused command changes nothing, so it is no part of the chain.
CREATE TABLE denial (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    command TEXT NOT NULL,
    code TEXT NOT NULL
) STRICT;
