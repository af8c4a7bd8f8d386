-- The instant at which a loan by the hour is due; its day stands in `due` all the same.
ALTER TABLE loan ADD COLUMN due_at INTEGER;

CREATE INDEX loan_due_at ON loan (due_at) WHERE returned_at IS NULL AND due_at IS NOT NULL;

DROP VIEW loan_line;

-- A loan with the words that a line of it shows. The renewals are those of the rule that fits best.
CREATE VIEW loan_line AS
SELECT loan.id, loan.item, item.barcode, title.title, item.call_number, item.item_type, loan.patron, patron.given_name,
    patron.family_name, loan.out_at, loan.due, loan.due_at, loan.renewals,
    (SELECT loan_rule.renewals FROM loan_rule
     WHERE patron.id IS NOT NULL AND (loan_rule.category = patron.category OR loan_rule.category IS NULL)
         AND (loan_rule.item_type = item.item_type OR loan_rule.item_type IS NULL)
     ORDER BY loan_rule.category IS NULL, loan_rule.item_type IS NULL LIMIT 1) AS allowed,
    loan.returned_at
FROM loan
    JOIN item ON item.id = loan.item
    JOIN title ON title.id = item.title_id
    LEFT JOIN patron ON patron.id = loan.patron;

-- The explanations that are kept, in the words of today.
CREATE TABLE step_before (owner TEXT NOT NULL, id INTEGER NOT NULL, place INTEGER NOT NULL, step TEXT NOT NULL);

INSERT INTO step_before (owner, id, place, step)
SELECT 'loan', loan.id, each.key, each.value FROM loan, json_each(loan.why) AS each
UNION ALL
SELECT 'undo', desk_undo.id, each.key, each.value FROM desk_undo, json_each(desk_undo.inverse, '$.why') AS each
WHERE desk_undo.inverse ->> 'verb' = 'renew';

UPDATE step_before SET step = CASE step ->> 'kind'
    WHEN 'rule' THEN json_set(
        json_remove(step, '$.days'), '$.row', 'both', '$.counted_from', 'today',
        '$.period', json_object('unit', 'days', 'count', step ->> 'days'))
    WHEN 'card' THEN json_set(step, '$.bounds', json('true'), '$.by', 'library')
    WHEN 'closed' THEN json_set(
        step, '$.by', 'library',
        '$.how', CASE WHEN step ->> 'moved_to' < step ->> 'day' THEN 'previous_open' ELSE 'next_open' END)
    WHEN 'open' THEN json_object(
        'kind', 'open', 'day', step ->> 'day',
        'hours', json_array(json_object('opens', step ->> 'opens', 'closes', step ->> 'closes')))
    ELSE step
END;

UPDATE loan
SET why = (SELECT json_group_array(json(step)) FROM (
    SELECT step FROM step_before WHERE owner = 'loan' AND id = loan.id ORDER BY place))
WHERE why <> '[]';

UPDATE desk_undo
SET inverse = json_set(inverse, '$.why', (SELECT json_group_array(json(step)) FROM (
    SELECT step FROM step_before WHERE owner = 'undo' AND id = desk_undo.id ORDER BY place)))
WHERE inverse ->> 'verb' = 'renew';

DROP TABLE step_before;

-- Loans whose due day was moved off a closed one, together, with what they were before.
CREATE TABLE due_move (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    undone_at INTEGER
) STRICT;

CREATE TABLE due_move_loan (
    move INTEGER NOT NULL REFERENCES due_move (id) ON DELETE CASCADE,
    loan INTEGER NOT NULL REFERENCES loan (id) ON DELETE CASCADE,
    due_before TEXT NOT NULL,
    due_at_before INTEGER,
    why_before TEXT NOT NULL,
    due TEXT NOT NULL,
    due_at INTEGER,
    PRIMARY KEY (move, loan)
) STRICT;

CREATE INDEX due_move_loan_of ON due_move_loan (loan);
