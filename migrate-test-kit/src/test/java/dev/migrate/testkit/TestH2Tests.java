package dev.migrate.testkit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TestH2Tests {

	private static final String TABLES = "select table_name from information_schema.tables where table_schema = 'PUBLIC'";

	@Test
	void eachDatabaseIsEmptyAndOutlivesItsConnections() {
		try (TestDatabase one = TestH2.database(); TestDatabase two = TestH2.database()) {
			one.execute("create table t (id int)");
			assertThat(one.strings(TABLES)).containsExactly("T");
			assertThat(two.strings(TABLES)).isEmpty();
		}
	}

}
