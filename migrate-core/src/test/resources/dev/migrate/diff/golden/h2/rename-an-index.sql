-- migrate:upgrade
ALTER INDEX i RENAME TO j;

-- migrate:downgrade
ALTER INDEX j RENAME TO i;
