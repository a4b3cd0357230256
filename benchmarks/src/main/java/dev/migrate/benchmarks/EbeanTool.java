package dev.migrate.benchmarks;

import java.sql.Connection;

import io.ebean.migration.MigrationConfig;
import io.ebean.migration.MigrationRunner;

/**
 * Ebean's migration runner.
 */
final class EbeanTool implements Tool {

	@Override
	public void run(Work work, Place place) throws Exception {
		if (work != Work.APPLY && work != Work.NOTHING) {
			throw Tools.refused(work);
		}
		MigrationConfig config = new MigrationConfig();
		config.setMigrationPath("dbmigration");
		try (Connection connection = Raw.connect(place.url(), place)) {
			new MigrationRunner(config).run(connection);
		}
	}

}
