package dev.migrate.boot.slender;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * A row.
 */
@Entity
@Table(name = "things")
class Thing {

	@Id
	long id;

}
