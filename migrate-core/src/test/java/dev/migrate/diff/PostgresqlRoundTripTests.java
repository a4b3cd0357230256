package dev.migrate.diff;

import java.util.List;

import dev.migrate.dialect.postgresql.PostgresqlCatalog;
import dev.migrate.dialect.postgresql.PostgresqlNames;
import dev.migrate.dialect.postgresql.PostgresqlRenderer;
import dev.migrate.testkit.TestPostgres;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every change of the corpus leads to the new schema and back, on PostgreSQL.
 */
class PostgresqlRoundTripTests {

	private static final RoundTrip ROUND_TRIP = new RoundTrip(TestPostgres::database, new PostgresqlCatalog(),
			new PostgresqlRenderer("public"), new PostgresqlNames(), "public");

	static List<ChangeCorpus.Change> changes() {
		return ChangeCorpus.read("postgresql-changes.txt");
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("changes")
	void leadsThereAndBack(ChangeCorpus.Change change) {
		RoundTrip.Result result = ROUND_TRIP.prove(change.before(), change.after());
		assertThat(result.text()).isEqualTo(ChangeCorpus.golden("postgresql", change.name(), result.text()));
	}

}
