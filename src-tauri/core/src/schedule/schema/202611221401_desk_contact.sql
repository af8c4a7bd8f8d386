-- How to reach whoever is at the desk, for the pages that people take home.
ALTER TABLE desk ADD COLUMN contact TEXT NOT NULL DEFAULT '' CHECK (length(contact) <= 120);
