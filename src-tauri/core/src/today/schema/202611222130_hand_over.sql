-- A note that somebody left on going home, for the shift after theirs.
ALTER TABLE desk_note ADD COLUMN hand_over INTEGER NOT NULL DEFAULT 0 CHECK (hand_over IN (0, 1));
