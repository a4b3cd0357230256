package dev.migrate.boot.autoconfigure.houses;

import dev.migrate.migration.Migration;
import dev.migrate.migration.Operations;
import dev.migrate.migration.Revision;

import static dev.migrate.migration.Definitions.bigint;
import static dev.migrate.migration.Definitions.column;
import static dev.migrate.migration.Definitions.text;

@Revision(id = "7a6b5c4d3e2f", revises = "base", message = "create houses")
class CreateHouses implements Migration {

	@Override
	public void upgrade(Operations op) {
		op.createTable("houses", column("id", bigint()).identity().primaryKey(), column("name", text()));
	}

	@Override
	public void downgrade(Operations op) {
		op.reverse();
	}

}
