-- A loan that another system made and that moved in with its patron and item: lent elsewhere, it counts as no loan here.
ALTER TABLE loan ADD COLUMN moved_in INTEGER NOT NULL DEFAULT 0 CHECK (moved_in IN (0, 1));
