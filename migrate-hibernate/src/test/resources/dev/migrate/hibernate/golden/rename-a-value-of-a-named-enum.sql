-- migrate:upgrade
ALTER TYPE level RENAME VALUE 'LOW' TO 'SMALL';

-- migrate:downgrade
ALTER TYPE level RENAME VALUE 'SMALL' TO 'LOW';
