package dev.migrate.diff;

import java.util.List;

import dev.migrate.dialect.h2.H2Catalog;
import dev.migrate.dialect.h2.H2Names;
import dev.migrate.dialect.h2.H2Renderer;
import dev.migrate.testkit.TestH2;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every change of the corpus leads to the new schema and back, on H2.
 */
class H2RoundTripTests {

	private static final RoundTrip ROUND_TRIP = new RoundTrip(TestH2::database, new H2Catalog(),
			new H2Renderer("PUBLIC"), new H2Names(), "PUBLIC");

	static List<ChangeCorpus.Change> changes() {
		return ChangeCorpus.read("h2-changes.txt");
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("changes")
	void leadsThereAndBack(ChangeCorpus.Change change) {
		RoundTrip.Result result = ROUND_TRIP.prove(change.before(), change.after());
		assertThat(result.text()).isEqualTo(ChangeCorpus.golden("h2", change.name(), result.text()));
	}

}
