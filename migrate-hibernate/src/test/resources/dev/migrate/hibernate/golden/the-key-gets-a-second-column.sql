-- migrate:upgrade
ALTER TABLE seat DROP CONSTRAINT seat_pkey;
ALTER TABLE seat ADD CONSTRAINT seat_pkey PRIMARY KEY (place, id);

-- migrate:downgrade
ALTER TABLE seat DROP CONSTRAINT seat_pkey;
ALTER TABLE seat ADD CONSTRAINT seat_pkey PRIMARY KEY (id);

-- migrate:mapping
-- constraint seat.seat_pkey: Seat
