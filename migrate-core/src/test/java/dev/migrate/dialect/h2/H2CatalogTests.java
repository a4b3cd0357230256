package dev.migrate.dialect.h2;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import dev.migrate.schema.Column;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Identity;
import dev.migrate.schema.Index;
import dev.migrate.schema.ObjectKind;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaFingerprint;
import dev.migrate.schema.SchemaScope;
import dev.migrate.schema.SequenceOptions;
import dev.migrate.schema.Table;
import dev.migrate.schema.Validity;
import dev.migrate.testkit.TestDatabase;
import dev.migrate.testkit.TestH2;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A database with an object of every kind, read as it is and after one change.
 */
class H2CatalogTests {

	private static final H2Catalog CATALOG = new H2Catalog();

	private TestDatabase database;

	private Schema schema;

	@BeforeEach
	void build() throws SQLException {
		this.database = TestH2.database();
		this.database.execute(resource("everything.sql"));
		this.schema = read(SchemaScope.everything());
	}

	@AfterEach
	void drop() {
		this.database.close();
	}

	private static String resource(String name) {
		try (InputStream text = H2CatalogTests.class.getResourceAsStream(name)) {
			return new String(Objects.requireNonNull(text, name).readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<String> lines(String name) {
		return resource(name).lines().filter((line) -> !line.isBlank() && !line.startsWith("--")).toList();
	}

	private Schema read(SchemaScope scope) throws SQLException {
		try (Connection connection = this.database.connect()) {
			return CATALOG.read(connection, scope);
		}
	}

	private static QualifiedName name(String name) {
		return new QualifiedName("PUBLIC", name);
	}

	private Table table(String name) {
		return this.schema.table(name(name)).orElseThrow();
	}

	@Test
	void readsTypesAsTheServerFormatsThem() {
		assertThat(table("STUDENT").columns()).extracting((column) -> column.name() + " " + column.type())
			.containsExactly("ID BIGINT", "FIRST_NAME CHARACTER VARYING(255)", "LAST_NAME CHARACTER VARYING",
					"WEIGHT NUMERIC(10, 2)", "TAGS CHARACTER VARYING(20) ARRAY[5]", "FEELING ENUM('sad', 'ok')",
					"MAIL \"PUBLIC\".\"EMAIL\"", "SEEN TIMESTAMP WITH TIME ZONE", "AGE INTEGER", "TWICE INTEGER",
					"OTHER INTEGER");
	}

	@Test
	void readsIdentityAndGeneratedColumns() {
		Column id = table("STUDENT").column("ID").orElseThrow();
		assertThat(id.identity())
			.isEqualTo(new Identity(true, new SequenceOptions("BIGINT", 7, 2, 1, Long.MAX_VALUE, 3, false)));
		assertThat(id.defaultExpression()).isNull();
		Column twice = table("STUDENT").column("TWICE").orElseThrow();
		assertThat(Objects.requireNonNull(twice.generated()).expression()).isEqualTo("\"AGE\" * 2");
		assertThat(this.schema.sequences()).extracting("name").containsExactly(name("INVOICE_NUMBER"));
	}

	@Test
	void readsForeignKeysInTheOrderOfTheirColumns() {
		assertThat(table("PAIR_USE").foreignKeys()).containsExactly(new ForeignKey("PAIR_FULL", List.of("PY", "PX"),
				name("PAIR"), List.of("Y", "X"), ReferentialAction.SET_DEFAULT, ReferentialAction.NO_ACTION, List.of(),
				false, Deferral.NOT_DEFERRABLE, Validity.VALID, null));
		assertThat(table("STUDENT").foreignKeys().get(0).target())
			.isEqualTo(new QualifiedName("Other Schema", "Odd \"table\""));
	}

	@Test
	void readsIndexesThatBelongToNoConstraint() {
		assertThat(table("STUDENT").indexes()).extracting(Index::name)
			.containsExactly("STUDENT_AGE_INDEX", "STUDENT_MAIL");
		assertThat(table("PAIR").indexes()).isEmpty();
		assertThat(table("PAIR_USE").indexes()).isEmpty();
	}

	@Test
	void readsTheRest() {
		assertThat(this.schema.objects().keySet()).extracting("kind")
			.contains(ObjectKind.NAMESPACE, ObjectKind.DOMAIN, ObjectKind.SEQUENCE, ObjectKind.TABLE, ObjectKind.VIEW,
					ObjectKind.ROUTINE, ObjectKind.TRIGGER, ObjectKind.OTHER);
		assertThat(this.schema.domains().get(0).checks().get(0).expression()).isEqualTo("VALUE LIKE '%@%'");
		assertThat(table("STUDENT").checks().get(0).conjuncts()).containsExactly("\"AGE\" >= 0",
				"\"AGE\" BETWEEN 0 AND 150");
	}

	static List<String> changes() {
		return lines("changes.sql");
	}

	@ParameterizedTest
	@MethodSource("changes")
	void seesAChange(String change) throws SQLException {
		this.database.execute(change);
		Schema changed = read(SchemaScope.everything());
		assertThat(changed).isNotEqualTo(this.schema);
		assertThat(SchemaFingerprint.of(changed)).isNotEqualTo(SchemaFingerprint.of(this.schema));
	}

	static List<String> equalities() {
		return lines("equalities.sql");
	}

	@ParameterizedTest
	@MethodSource("equalities")
	void takesForEqualWhatWasMadeInAnotherWay(String detour) throws SQLException {
		this.database.execute(detour);
		assertThat(read(SchemaScope.everything())).isEqualTo(this.schema);
		assertThat(SchemaFingerprint.of(read(SchemaScope.everything()))).isEqualTo(SchemaFingerprint.of(this.schema));
	}

	@Test
	void readsOnlyTheSchemasWantedLessWhatIsLeftOut() throws SQLException {
		assertThat(read(SchemaScope.of("Other Schema")).objects().keySet()).extracting("kind")
			.containsExactly(ObjectKind.NAMESPACE, ObjectKind.TABLE, ObjectKind.TRIGGER);
		Schema without = read(SchemaScope.of("PUBLIC").leavingOut(Set.of(name("STUDENT"))));
		assertThat(without.table(name("STUDENT"))).isEmpty();
		assertThat(without.objects().keySet()).extracting("name").doesNotContain(name("STUDENT"));
		assertThat(read(SchemaScope.of("PUBLIC")).table(name("STUDENT"))).contains(table("STUDENT"));
	}

	@Test
	void asksAsOftenForManyTablesAsForFew() throws SQLException {
		int few = statements();
		for (int table = 0; table < 50; table++) {
			this.database.execute("CREATE TABLE t" + table + " (id integer PRIMARY KEY, v varchar UNIQUE)");
		}
		assertThat(statements()).isEqualTo(few).isPositive();
	}

	private int statements() throws SQLException {
		AtomicInteger statements = new AtomicInteger();
		try (Connection connection = this.database.connect()) {
			Connection counting = (Connection) Proxy.newProxyInstance(Connection.class.getClassLoader(),
					new Class<?>[] { Connection.class }, (proxy, method, args) -> {
						statements.incrementAndGet();
						return method.invoke(connection, args);
					});
			CATALOG.read(counting, SchemaScope.everything());
		}
		return statements.get();
	}

}
