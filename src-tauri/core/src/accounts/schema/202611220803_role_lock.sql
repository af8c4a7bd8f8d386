-- Minutes without a key after which the desk locks, for the roles that have a number of their own.
CREATE TABLE role_lock (
    role TEXT PRIMARY KEY CHECK (role IN ('supervisor', 'clerk', 'student_worker')),
    minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 240)
) STRICT;
