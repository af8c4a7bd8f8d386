-- Until the library says otherwise it lends with Carrel and writes as every library of Carrel did before.
ALTER TABLE library ADD COLUMN lends TEXT NOT NULL DEFAULT 'carrel' CHECK (lends IN ('carrel', 'elsewhere'));
ALTER TABLE library ADD COLUMN locale TEXT NOT NULL DEFAULT 'en-US';
ALTER TABLE library ADD COLUMN currency TEXT NOT NULL DEFAULT 'USD' CHECK (length(currency) = 3);
ALTER TABLE library ADD COLUMN receipt TEXT NOT NULL DEFAULT 'mm80' CHECK (receipt IN ('mm58', 'mm80'));
