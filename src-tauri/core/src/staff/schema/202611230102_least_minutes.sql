-- The least work a week that was agreed with somebody.
ALTER TABLE staff_limits ADD COLUMN least_minutes INTEGER CHECK (least_minutes BETWEEN 0 AND 10080);
