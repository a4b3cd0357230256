package dev.migrate.boot.slender;

import dev.migrate.migration.Migration;
import dev.migrate.migration.Operations;
import dev.migrate.migration.Revision;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * A revision that asks for nothing.
 */
@Component
@ConditionalOnProperty("slender.colour")
@Revision(id = "cccc33333333", revises = "aaaa11111111", message = "add colour")
class AddColour implements Migration {

	@Override
	public void upgrade(Operations op) {
		op.execute("ALTER TABLE things ADD COLUMN colour VARCHAR(10)");
	}

	@Override
	public void downgrade(Operations op) {
		op.execute("ALTER TABLE things DROP COLUMN colour");
	}

}
