package dev.migrate.boot.slender;

import dev.migrate.migration.Migration;
import dev.migrate.migration.Operations;
import dev.migrate.migration.Revision;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * A revision that asks for a repository.
 */
@Component
@ConditionalOnProperty("slender.revision")
@Revision(id = "bbbb22222222", revises = "aaaa11111111", message = "count things")
class CountThings implements Migration {

	private final ThingRepository things;

	CountThings(ThingRepository things) {
		this.things = things;
	}

	@Override
	public void upgrade(Operations op) {
		op.run("count things", (jdbc) -> System.err.println("Counted " + this.things.count()));
	}

	@Override
	public void downgrade(Operations op) {
		// It changed nothing.
	}

}
