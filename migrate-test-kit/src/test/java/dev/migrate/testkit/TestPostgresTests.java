package dev.migrate.testkit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TestPostgresTests {

	@Test
	void eachDatabaseIsEmptyAndItsOwn() {
		try (TestDatabase one = TestPostgres.database(); TestDatabase two = TestPostgres.database()) {
			one.execute("create table t (id int)", "insert into t values (1)");
			assertThat(one.string("select count(*) from t")).isEqualTo("1");
			assertThat(two.strings("select relname from pg_class where relnamespace = 'public'::regnamespace"))
				.isEmpty();
			assertThat(one.url()).isNotEqualTo(two.url());
		}
	}

	@Test
	void closeDropsTheDatabaseUnderAnOpenConnection() throws SQLException {
		try (TestDatabase other = TestPostgres.database()) {
			TestDatabase database = TestPostgres.database();
			try (Connection connection = database.dataSource().getConnection()) {
				assertThat(connection.isValid(5)).isTrue();
				database.close();
			}
			assertThat(other.strings("select datname from pg_database where datname = '" + database.name() + "'"))
				.isEmpty();
		}
	}

	@Test
	void rowsReadAsText() {
		try (TestDatabase database = TestPostgres.database()) {
			assertThat(database.strings("select 1, null, 'a' union all select 2, 'b', 'c' order by 1"))
				.isEqualTo(List.of("1|null|a", "2|b|c"));
			assertThat(database.string("select null")).isNull();
		}
	}

	@Test
	void textSortsByCodePoint() {
		try (TestDatabase database = TestPostgres.database()) {
			assertThat(database.strings("select x from (values ('b'), ('B'), ('a'), ('_')) v(x) order by x"))
				.containsExactly("B", "_", "a", "b");
		}
	}

	@Test
	void aFailureShowsTheStatementAndTheState() {
		try (TestDatabase database = TestPostgres.database()) {
			assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> database.execute("selec 1"))
				.withMessageContaining("[42601] in: selec 1")
				.withCauseInstanceOf(SQLException.class);
		}
	}

	@Test
	void aUrlIsTakenApartForItsDatabases() {
		try (TestDatabase database = TestPostgres.database()) {
			String query = "user=" + database.user() + "&password=" + database.password() + "&ApplicationName=x";
			PostgresServer server = PostgresServers
				.start("url:" + database.url() + (database.url().contains("?") ? "&" : "?") + query);
			assertThat(server.user()).isEqualTo(database.user());
			assertThat(server.url("other")).contains("/other?").endsWith(query);
			assertThat(server.majorVersion()).isEqualTo(TestPostgres.majorVersion());
		}
	}

	@Test
	void anUnknownChoiceIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> PostgresServers.start("oracle"))
			.withMessageContaining("'oracle'");
	}

}
