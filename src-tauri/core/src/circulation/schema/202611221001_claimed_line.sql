DROP VIEW loan_line;

-- A loan with the words that a line of it shows, and since when its item is said to be back. The renewals are those of
-- the rule that fits best.
CREATE VIEW loan_line AS
SELECT loan.id, loan.item, item.barcode, title.title, item.call_number, item.item_type, loan.patron, patron.given_name,
    patron.family_name, loan.out_at, loan.due, loan.due_at, loan.renewals,
    (SELECT loan_rule.renewals FROM loan_rule
     WHERE patron.id IS NOT NULL AND (loan_rule.category = patron.category OR loan_rule.category IS NULL)
         AND (loan_rule.item_type = item.item_type OR loan_rule.item_type IS NULL)
     ORDER BY loan_rule.category IS NULL, loan_rule.item_type IS NULL LIMIT 1) AS allowed,
    loan.returned_at, loan_claim.at AS claimed_at
FROM loan
    JOIN item ON item.id = loan.item
    JOIN title ON title.id = item.title_id
    LEFT JOIN patron ON patron.id = loan.patron
    LEFT JOIN loan_claim ON loan_claim.loan = loan.id;
