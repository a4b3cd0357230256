-- merge grades and contacts
--
-- revision: c7f1386be04d
-- revises: 91c4e7fb3a26, 0ae6d2985c7f
-- created: 2026-11-13T14:50:11Z

-- migrate:upgrade

-- migrate:downgrade
