package dev.migrate.dialect.postgresql;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaFingerprint;
import dev.migrate.schema.SchemaScope;
import dev.migrate.testkit.OwnDatabase;
import dev.migrate.testkit.TestDatabase;
import dev.migrate.testkit.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What a reading does to the connection it is given, and how often it asks.
 */
class PostgresqlCatalogSessionTests {

	private static final PostgresqlCatalog CATALOG = new PostgresqlCatalog();

	@OwnDatabase
	TestDatabase database;

	private Schema read() throws SQLException {
		try (Connection connection = this.database.connect()) {
			return CATALOG.read(connection, SchemaScope.everything());
		}
	}

	private static String show(Connection connection, String setting) throws SQLException {
		try (Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery("SHOW " + setting)) {
			row.next();
			return row.getString(1);
		}
	}

	@Test
	void asksAsOftenForFiftyTablesAsForNone() throws SQLException {
		List<String> none = calls();
		this.database.execute(IntStream.range(0, 50)
			.mapToObj((i) -> "CREATE TABLE t" + i + " (id serial PRIMARY KEY, v text UNIQUE CHECK (v <> ''))")
			.toArray(String[]::new));
		assertThat(calls()).isEqualTo(none).containsExactly("execute");
	}

	/**
	 * Read, and return the calls of the driver that may reach the server.
	 */
	private List<String> calls() throws SQLException {
		List<String> calls = new ArrayList<>();
		try (Connection connection = this.database.connect()) {
			CATALOG.read(counting(Connection.class, connection, calls), SchemaScope.everything());
		}
		return calls;
	}

	private static <T> T counting(Class<T> type, T target, List<String> calls) {
		return type
			.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, (proxy, method, args) -> {
				if (method.getName().matches("execute.*|commit|rollback|set[ATS][a-z]+[CIv].*")) {
					calls.add(method.getName());
				}
				try {
					Object result = method.invoke(target, args);
					return (result instanceof PreparedStatement statement)
							? counting(PreparedStatement.class, statement, calls) : result;
				}
				catch (InvocationTargetException ex) {
					throw ex.getCause();
				}
			}));
	}

	@Test
	void leavesTheConnectionAsItWas() throws SQLException {
		try (Connection connection = this.database.connect(); Statement statement = connection.createStatement()) {
			statement.execute("SET search_path = 'a', 'b'; SET TimeZone = 'Asia/Tokyo'");
			CATALOG.read(connection, SchemaScope.everything());
			assertThat(connection.getAutoCommit()).isTrue();
			assertThat(show(connection, "search_path")).isEqualTo("a, b");
			assertThat(show(connection, "TimeZone")).isEqualTo("Asia/Tokyo");
			assertThat(show(connection, "transaction_isolation")).isEqualTo("read committed");
			assertThat(show(connection, "transaction_read_only")).isEqualTo("off");
		}
	}

	@Test
	void leavesTheCallersTransactionAndItsSettingsAsTheyWere() throws SQLException {
		try (Connection connection = this.database.connect(); Statement statement = connection.createStatement()) {
			connection.setAutoCommit(false);
			statement.execute("SET search_path = 'a', public; CREATE TABLE ours (id integer)");
			assertThat(CATALOG.read(connection, SchemaScope.everything()).tables()).hasSize(1);
			assertThat(show(connection, "search_path")).isEqualTo("a, public");
			assertThat(read().tables()).isEmpty();
			statement.execute("CREATE TABLE more (id integer)");
			connection.commit();
			assertThat(show(connection, "search_path")).isEqualTo("a, public");
		}
		assertThat(read().tables()).hasSize(2);
	}

	@Test
	void leavesTheCallersTransactionAliveWhenTheServerRefuses() throws SQLException {
		try (Connection connection = this.database.connect(); Statement statement = connection.createStatement()) {
			connection.setAutoCommit(false);
			statement.execute("CREATE TABLE ours (id integer); REVOKE SELECT ON pg_policy FROM PUBLIC;"
					+ " SET LOCAL ROLE pg_monitor");
			assertThatExceptionOfType(MigrateException.class)
				.isThrownBy(() -> CATALOG.read(connection, SchemaScope.everything()))
				.withMessageContaining("pg_policy")
				.satisfies((ex) -> assertThat(ex.code()).isEqualTo(ErrorCode.DATABASE_REFUSED));
			statement.execute("RESET ROLE; GRANT SELECT ON pg_policy TO PUBLIC");
			assertThat(CATALOG.read(connection, SchemaScope.everything()).tables()).hasSize(1);
			connection.rollback();
		}
	}

	@Test
	void leavesNoTransactionBehindWhenTheServerRefuses() throws SQLException {
		try (Connection connection = this.database.connect(); Statement statement = connection.createStatement()) {
			statement.execute("REVOKE SELECT ON pg_policy FROM PUBLIC; SET ROLE pg_monitor");
			assertThatExceptionOfType(MigrateException.class)
				.isThrownBy(() -> CATALOG.read(connection, SchemaScope.everything()))
				.withMessageContaining("pg_policy");
			statement.execute("RESET ROLE; CREATE TABLE ours (id integer)");
			assertThat(read().tables()).hasSize(1);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "simple", "extended", "extendedForPrepared", "extendedCacheEverything" })
	void readsTheSameInEveryQueryModeHoweverOftenItIsAsked(String mode) throws SQLException {
		this.database.execute(PostgresqlCatalogTests.resource("everything.sql"));
		Schema schema = read();
		Properties properties = new Properties();
		properties.setProperty("user", this.database.user());
		properties.setProperty("password", this.database.password());
		properties.setProperty("preferQueryMode", mode);
		try (Connection connection = DriverManager.getConnection(this.database.url(), properties)) {
			// The driver prepares a statement on the server at its fifth use, and there
			// are two, one for a transaction that is open.
			for (int reading = 0; reading < 14; reading++) {
				assertThat(CATALOG.read(connection, SchemaScope.everything())).isEqualTo(schema);
				connection.setAutoCommit(reading % 2 == 1);
			}
		}
	}

	@Test
	void needsNoRightButToConnect() throws SQLException {
		this.database.execute(PostgresqlCatalogTests.resource("everything.sql"));
		Schema owners = read();
		try (Connection connection = this.database.connect(); Statement statement = connection.createStatement()) {
			statement.execute("SET default_transaction_read_only = on; SET ROLE pg_monitor");
			assertThat(CATALOG.read(connection, SchemaScope.everything())).isEqualTo(owners);
		}
	}

	@Test
	void readsAFiveHundredLongChainOfForeignKeys() throws SQLException {
		StringBuilder sql = new StringBuilder("CREATE TABLE t0 (id integer PRIMARY KEY);");
		for (int table = 1; table <= 500; table++) {
			sql.append("CREATE TABLE t")
				.append(table)
				.append(" (id integer PRIMARY KEY REFERENCES t")
				.append(table - 1)
				.append(");");
		}
		this.database.execute(sql.toString());
		Schema schema = read();
		assertThat(schema.tables()).hasSize(501);
		assertThat(schema.table(new QualifiedName("public", "t500")).orElseThrow().foreignKeys().get(0).target().name())
			.isEqualTo("t499");
		assertThat(SchemaFingerprint.of(schema)).isEqualTo(SchemaFingerprint.of(read()));
	}

	@Test
	void takesTwoDatabasesBuiltInAnotherOrderForEqual() throws SQLException {
		List<String> statements = new ArrayList<>();
		for (int table = 0; table < 20; table++) {
			statements.add("CREATE TABLE t" + table + " (a integer CONSTRAINT k" + table
					+ " PRIMARY KEY, b text, c integer REFERENCES t" + table + ", CHECK (a > 1 AND b <> 'AND'))");
		}
		this.database.execute(statements.toArray(String[]::new));
		try (TestDatabase other = TestPostgres.database(); Connection connection = other.connect()) {
			Collections.reverse(statements);
			other.execute(statements.stream()
				.map((sql) -> sql.replaceFirst("\\((a [^,]*), b text,", "(b text, $1,")
					.replace("a > 1 AND b <> 'AND'", "b <> 'AND' AND a > 1"))
				.toArray(String[]::new));
			Schema reversed = CATALOG.read(connection, SchemaScope.everything());
			assertThat(reversed).isEqualTo(read());
			assertThat(SchemaFingerprint.of(reversed)).isEqualTo(SchemaFingerprint.of(read()));
		}
	}

}
