package dev.migrate.boot.slender;

import org.springframework.data.repository.Repository;

/**
 * The rows.
 */
interface ThingRepository extends Repository<Thing, Long> {

	long count();

}
