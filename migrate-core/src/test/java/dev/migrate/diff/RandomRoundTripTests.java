package dev.migrate.diff;

import java.util.Random;

import dev.migrate.dialect.postgresql.PostgresqlCatalog;
import dev.migrate.dialect.postgresql.PostgresqlNames;
import dev.migrate.dialect.postgresql.PostgresqlRenderer;
import dev.migrate.testkit.TestPostgres;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The law of the round trip over random schemas. The system property {@code seeds} asks
 * for more of them.
 */
class RandomRoundTripTests {

	private static final int SEEDS = Integer.getInteger("seeds", Boolean.getBoolean("fire") ? 400 : 8);

	private static final RoundTrip ROUND_TRIP = new RoundTrip(TestPostgres::database, new PostgresqlCatalog(),
			new PostgresqlRenderer("public"), new PostgresqlNames(), "public");

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4 })
	void anySchemaLeadsToAnyOtherAndBack(long start) {
		for (long seed = start * 1000; seed < start * 1000 + SEEDS; seed++) {
			String before = new RandomScripts(new Random(seed)).script();
			String after = new RandomScripts(new Random(-seed)).script();
			try {
				ROUND_TRIP.prove(before, after);
			}
			catch (AssertionError | IllegalStateException ex) {
				throw new AssertionError(
						"seed " + seed + ": " + ex.getMessage() + "\nfrom\n" + before + "\nto\n" + after, ex);
			}
		}
	}

}
