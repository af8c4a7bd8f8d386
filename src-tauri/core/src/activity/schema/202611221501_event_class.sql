-- The class of the item's call number at the moment of the event; absent where it had none, and of older events.
ALTER TABLE event ADD COLUMN class TEXT;
