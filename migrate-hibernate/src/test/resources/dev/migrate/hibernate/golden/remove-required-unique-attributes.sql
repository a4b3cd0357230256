-- migrate:upgrade
ALTER TABLE student DROP CONSTRAINT student_card_key;
ALTER TABLE student DROP CONSTRAINT student_number_key;
ALTER TABLE student DROP CONSTRAINT student_token_key;
ALTER TABLE student DROP COLUMN card;
ALTER TABLE student DROP COLUMN number;
ALTER TABLE student DROP COLUMN token;

-- migrate:downgrade
ALTER TABLE student ADD COLUMN token UUID;
UPDATE student SET token = gen_random_uuid();
ALTER TABLE student ALTER COLUMN token SET NOT NULL;
ALTER TABLE student ADD COLUMN number INTEGER;
UPDATE student AS t SET number = numbered.number
FROM (SELECT ctid, row_number() OVER () AS number FROM student) AS numbered
WHERE t.ctid = numbered.ctid;
ALTER TABLE student ALTER COLUMN number SET NOT NULL;
ALTER TABLE student ADD COLUMN card VARCHAR(20);
UPDATE student AS t SET card = numbered.number
FROM (SELECT ctid, row_number() OVER () AS number FROM student) AS numbered
WHERE t.ctid = numbered.ctid;
ALTER TABLE student ALTER COLUMN card SET NOT NULL;
ALTER TABLE student ADD CONSTRAINT student_token_key UNIQUE (token);
ALTER TABLE student ADD CONSTRAINT student_number_key UNIQUE (number);
ALTER TABLE student ADD CONSTRAINT student_card_key UNIQUE (card);
