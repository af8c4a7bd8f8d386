-- The instant at which an item lent by the hour is due; its day stands in `due` all the same.
ALTER TABLE item ADD COLUMN due_at INTEGER;
