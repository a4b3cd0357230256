package dev.migrate.testkit;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;

import static org.assertj.core.api.Assertions.assertThat;

class OwnDatabaseTests {

	private static final List<String> EARLIER = new ArrayList<>();

	@OwnDatabase
	TestDatabase database;

	@BeforeEach
	void fill() {
		this.database.execute("CREATE TABLE t (id INTEGER)");
	}

	@AfterEach
	void look() {
		assertThat(this.database.string("SELECT count(*) FROM t")).isEqualTo("0");
		EARLIER.add(this.database.name());
	}

	@RepeatedTest(2)
	void eachTestHasItsOwnAndThoseOfEarlierOnesAreGone() {
		assertThat(this.database.strings("SELECT datname FROM pg_database")).contains(this.database.name())
			.doesNotContainAnyElementsOf(EARLIER.isEmpty() ? List.of("none") : EARLIER);
	}

}
