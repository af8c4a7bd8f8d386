-- How far apart two shifts of somebody may be on one day; none where they work in one piece.
ALTER TABLE staff_limits ADD COLUMN split_gap_minutes INTEGER CHECK (split_gap_minutes BETWEEN 75 AND 720);
