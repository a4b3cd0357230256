package dev.migrate.benchmarks;

import org.flywaydb.core.Flyway;

/**
 * Flyway.
 */
final class FlywayTool implements Tool {

	private final Grouping grouping;

	FlywayTool(Grouping grouping) {
		this.grouping = grouping;
	}

	@Override
	public void run(Work work, Place place) {
		if (work != Work.APPLY && work != Work.NOTHING) {
			throw Tools.refused(work);
		}
		Flyway.configure()
			.dataSource(place.url(), place.user(), "")
			.locations("classpath:db/migration")
			.group(this.grouping == Grouping.ONE)
			.load()
			.migrate();
	}

	/** How many revisions share a transaction. */
	enum Grouping {

		EACH, ONE

	}

}
