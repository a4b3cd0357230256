package dev.migrate.script;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.h2.H2Dialect;
import dev.migrate.dialect.postgresql.PostgresqlDialect;
import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.migration.Operations;
import dev.migrate.migration.Recording;
import dev.migrate.migration.Revision;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaFingerprint;
import dev.migrate.schema.SchemaScope;
import dev.migrate.script.OperationCases.Case;
import dev.migrate.sql.Action;
import dev.migrate.testkit.TestDatabase;
import dev.migrate.testkit.TestH2;
import dev.migrate.testkit.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.core.annotation.MergedAnnotations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OperationsIntegrationTests {

	private static final Path GOLDEN = Path.of("src/test/resources/dev/migrate/script/operations.txt");

	private static final List<Dialect> DIALECTS = List.of(new PostgresqlDialect(), new H2Dialect());

	private static TestDatabase postgresql;

	@BeforeAll
	static void openDatabase() {
		postgresql = TestPostgres.database();
	}

	@AfterAll
	static void closeDatabase() {
		postgresql.close();
	}

	static List<Case> cases() {
		return OperationCases.all();
	}

	@Revision(id = "0a1b2c3d4e5f", revises = "base", message = "a case")
	private interface Header {

	}

	private static JavaMigration script(Case migration) {
		return new JavaMigration(
				Objects.requireNonNull(
						JavaHeader.read(OperationCases.class.getName(), MergedAnnotations.from(Header.class))),
				() -> migration);
	}

	@ParameterizedTest
	@MethodSource("cases")
	void leadsUpAndBackOnPostgresql(Case migration) {
		postgresql.execute("DROP SCHEMA public CASCADE", "CREATE SCHEMA public",
				"DROP SCHEMA IF EXISTS archive CASCADE");
		leadsUpAndBack(migration, postgresql, DIALECTS.get(0));
	}

	@ParameterizedTest
	@MethodSource("cases")
	void leadsUpAndBackOnH2(Case migration) {
		try (TestDatabase database = TestH2.database()) {
			leadsUpAndBack(migration, database, DIALECTS.get(1));
		}
	}

	private static void leadsUpAndBack(Case migration, TestDatabase database, Dialect dialect) {
		JavaMigration script = script(migration);
		if (!migration.dialects().contains(dialect.name())) {
			return;
		}
		database.execute(OperationCases.SCHEMA.toArray(String[]::new));
		Schema before = read(database, dialect);
		run(database, script.upgrade(dialect));
		if (migration.reversible()) {
			run(database, script.downgrade(dialect));
			assertThat(SchemaFingerprint.of(read(database, dialect))).isEqualTo(SchemaFingerprint.of(before));
			run(database, script.upgrade(dialect));
		}
		else {
			assertThatExceptionOfType(MigrateException.class).isThrownBy(() -> script.downgrade(dialect))
				.withMessageStartingWith("reverse() can't take back " + OperationCases.class.getName() + ":")
				.satisfies((ex) -> assertThat(ex.code()).isEqualTo(ErrorCode.INVALID_SOURCE));
		}
	}

	private static void run(TestDatabase database, Section section) {
		database.execute(section.actions().stream().map(Action::text).toArray(String[]::new));
	}

	private static Schema read(TestDatabase database, Dialect dialect) {
		try (Connection connection = database.connect()) {
			return dialect.catalog().read(connection, SchemaScope.everything());
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void showsEveryOperationThatThereIs() {
		Set<String> called = new TreeSet<>();
		for (Case migration : cases()) {
			Recording.upgrade((op) -> migration.up().accept(watched(op, called)));
		}
		Set<String> all = new TreeSet<>();
		for (Method method : Operations.class.getMethods()) {
			all.add(signature(method));
		}
		// What concerns a whole revision, or is code, is tested with runs.
		all.removeIf((name) -> name.matches("(run|reverse|irreversible)\\(.*"));
		assertThat(called).containsExactlyElementsOf(all);
	}

	private static Operations watched(Operations op, Set<String> called) {
		return (Operations) Proxy.newProxyInstance(Operations.class.getClassLoader(),
				new Class<?>[] { Operations.class }, (proxy, method, arguments) -> {
					called.add(signature(method));
					return method.invoke(op, arguments);
				});
	}

	private static String signature(Method method) {
		return method.getName() + Stream.of(method.getParameterTypes())
			.map(Class::getSimpleName)
			.collect(Collectors.joining(", ", "(", ")"));
	}

	// The checksums stand in databases for years. A change of the SQL may be meant, a
	// change of a checksum never is.
	@Test
	void isWrittenAndRememberedAsItEverWas() throws IOException {
		StringBuilder text = new StringBuilder();
		for (Case migration : cases()) {
			text.append("== ").append(migration).append('\n');
			JavaMigration script = script(migration);
			for (Dialect dialect : DIALECTS) {
				if (migration.dialects().contains(dialect.name())) {
					text.append("-- ").append(dialect.name()).append(' ').append(script.checksum(dialect)).append('\n');
					text.append(script.upgrade(dialect).text());
				}
			}
			text.append('\n');
		}
		if (Boolean.getBoolean("golden.update")) {
			Files.createDirectories(GOLDEN.getParent());
			Files.writeString(GOLDEN, text);
		}
		assertThat(text.toString()).isEqualTo(golden());
	}

	private static String golden() {
		try (InputStream stream = OperationsIntegrationTests.class.getResourceAsStream("operations.txt")) {
			return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8).replace("\r\n",
					"\n");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
