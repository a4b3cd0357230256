package dev.migrate.boot.autoconfigure.houses.later;

import dev.migrate.migration.Migration;
import dev.migrate.migration.Operations;
import dev.migrate.migration.Revision;

/**
 * Needs a bean, as any bean may.
 */
@Revision(id = "8b7c6d5e4f30", revises = "7a6b5c4d3e2f", message = "name houses")
class NameHouses implements Migration {

	private final String greeting;

	NameHouses(String greeting) {
		this.greeting = greeting;
	}

	@Override
	public void upgrade(Operations op) {
		op.execute("INSERT INTO houses (name) VALUES (?)", this.greeting).reversedBy("DELETE FROM houses");
	}

	@Override
	public void downgrade(Operations op) {
		op.reverse();
	}

}
