package dev.migrate.benchmarks;

import java.sql.Connection;

import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.diff.DiffGeneratorFactory;
import liquibase.diff.compare.CompareControl;
import liquibase.integration.spring.SpringResourceAccessor;
import org.springframework.core.io.DefaultResourceLoader;

/**
 * Liquibase, which finds its files as in a Spring Boot application.
 */
final class LiquibaseTool implements Tool {

	@Override
	public void run(Work work, Place place) throws Exception {
		switch (work) {
			case APPLY, NOTHING, UNDO -> migrate(work, place);
			case COMPARE -> compare(place);
			default -> throw Tools.refused(work);
		}
	}

	private static void migrate(Work work, Place place) throws Exception {
		try (Connection connection = Raw.connect(place.url(), place);
				Liquibase liquibase = new Liquibase("master.yaml",
						new SpringResourceAccessor(new DefaultResourceLoader()), database(connection))) {
			if (work == Work.UNDO) {
				liquibase.rollback(place.size(), "");
			}
			else {
				liquibase.update(new Contexts());
			}
		}
	}

	private static void compare(Place place) throws Exception {
		try (Connection actual = Raw.connect(place.url(), place);
				Connection desired = Raw.connect(place.other(), place)) {
			DiffGeneratorFactory.getInstance()
				.compare(database(desired), database(actual), CompareControl.STANDARD)
				.areEqual();
		}
	}

	private static Database database(Connection connection) throws Exception {
		return DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
	}

}
