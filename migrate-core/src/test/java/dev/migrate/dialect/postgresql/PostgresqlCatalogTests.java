package dev.migrate.dialect.postgresql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnName;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Extension;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.ObjectKind;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaFingerprint;
import dev.migrate.schema.SchemaScope;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.SequenceOptions;
import dev.migrate.schema.Table;
import dev.migrate.schema.Validity;
import dev.migrate.schema.View;
import dev.migrate.testkit.TestDatabase;
import dev.migrate.testkit.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * One database with an object of every kind, read as it is and after one change at a
 * time.
 */
class PostgresqlCatalogTests {

	private static final PostgresqlCatalog CATALOG = new PostgresqlCatalog();

	private static TestDatabase database;

	private static Schema schema;

	@BeforeAll
	static void build() throws SQLException {
		database = TestPostgres.database();
		database.execute(resource("everything.sql"));
		schema = read(SchemaScope.everything());
	}

	@AfterAll
	static void drop() {
		database.close();
	}

	static String resource(String name) {
		try (InputStream text = PostgresqlCatalogTests.class.getResourceAsStream(name)) {
			return new String(Objects.requireNonNull(text, name).readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Schema read(SchemaScope scope) throws SQLException {
		try (Connection connection = database.connect()) {
			return CATALOG.read(connection, scope);
		}
	}

	private static QualifiedName name(String name) {
		return new QualifiedName("public", name);
	}

	private static Table table(String name) {
		return schema.table(name(name)).orElseThrow();
	}

	private static Column column(String name) {
		return table("student").column(name).orElseThrow();
	}

	@Test
	void readsTypesAsTheServerFormatsThem() {
		assertThat(table("student").columns()).extracting((column) -> column.name() + " " + column.type())
			.containsExactly("id bigint", "nr integer", "old_id integer", "first_name character varying(255)",
					"last_name character varying(255)", "weight numeric(10,2)", "tags text[]", "feeling public.mood",
					"feelings public.mood[]", "home public.address", "mail public.email", "data public.hstore",
					"born date", "seen timestamp with time zone", "stay interval", "age integer", "full_name text",
					"other integer");
		assertThat(column("feelings").type().definedBy()).isEqualTo(name("mood"));
		assertThat(column("mail").type().definedBy()).isEqualTo(name("email"));
		assertThat(column("data").type().definedBy()).isNull();
	}

	@Test
	void readsWhatAColumnIsGiven() {
		assertThat(column("weight").defaultExpression()).isEqualTo("1.50");
		assertThat(column("tags").defaultExpression()).isEqualTo("'{a,b}'::text[]");
		assertThat(column("feeling").defaultExpression()).isEqualTo("'ok'::public.mood");
		assertThat(column("last_name").collation()).isEqualTo("pg_catalog.\"C\"");
		assertThat(column("first_name").collation()).isNull();
		assertThat(column("first_name").nullable()).isFalse();
		assertThat(column("age").nullable()).isTrue();
		assertThat(column("age").comment()).isEqualTo("in years");
		assertThat(column("full_name").defaultExpression()).isNull();
		assertThat(Objects.requireNonNull(column("full_name").generated()).stored()).isTrue();
	}

	@Test
	void putsAnIdentitysSequenceIntoItsColumnAndASerialsBesideIt() {
		assertThat(Objects.requireNonNull(column("id").identity()).always()).isTrue();
		assertThat(Objects.requireNonNull(column("id").identity()).options())
			.isEqualTo(new SequenceOptions("bigint", 7, 2, 1, Long.MAX_VALUE, 3, false));
		assertThat(Objects.requireNonNull(column("nr").identity()).always()).isFalse();
		assertThat(column("old_id").defaultExpression()).isEqualTo("nextval('public.student_old_id_seq'::regclass)");
		assertThat(schema.sequences()).containsExactly(
				new Sequence(name("invoice_number"), new SequenceOptions("integer", 100, 5, 10, 100000, 20, true), null,
						false, "counts invoices"),
				new Sequence(name("student_old_id_seq"),
						new SequenceOptions("integer", 1, 1, 1, Integer.MAX_VALUE, 1, false),
						new ColumnName(name("student"), "old_id"), false, null));
	}

	@Test
	void readsKeys() {
		assertThat(Objects.requireNonNull(table("enrolment").primaryKey()).columns()).containsExactly("course",
				"student");
		assertThat(table("student").uniqueConstraints()).hasSize(2)
			.first()
			.satisfies((unique) -> assertThat(unique.columns()).containsExactly("last_name", "first_name"))
			.satisfies((unique) -> assertThat(unique.include()).containsExactly("age"))
			.satisfies((unique) -> assertThat(unique.comment()).isEqualTo("one of each name"));
		assertThat(table("student").uniqueConstraints().get(1).deferral()).isEqualTo(Deferral.INITIALLY_DEFERRED);
		assertThat(table("student").foreignKeys()).containsExactly(
				new ForeignKey("student_other", List.of("other"), new QualifiedName("Other Schema", "Odd \"table\""),
						List.of("Odd \"column\""), ReferentialAction.SET_NULL, ReferentialAction.CASCADE, List.of(),
						false, Deferral.NOT_DEFERRABLE, Validity.VALID, "odd"));
		assertThat(table("pair_use").foreignKeys()).containsExactly(new ForeignKey("pair_full", List.of("py", "px"),
				name("pair"), List.of("y", "x"), ReferentialAction.SET_DEFAULT, ReferentialAction.NO_ACTION, List.of(),
				true, Deferral.NOT_DEFERRABLE, Validity.NOT_VALID, null));
	}

	@Test
	void readsChecksButNotTheirNotNullKind() {
		assertThat(table("student").checks()).extracting("name").containsExactly("student_age", "student_weight");
		assertThat(table("student").checks().get(0).conjuncts()).containsExactly("age <= 150", "age >= 0");
		assertThat(table("student").checks().get(1).validity()).isEqualTo(Validity.NOT_VALID);
		assertThat(table("base_table").checks()).extracting("noInherit").containsExactlyInAnyOrder(true, false);
		assertThat(table("child_table").checks()).isEmpty();
	}

	@Test
	void readsIndexesThatBelongToNoConstraint() {
		assertThat(table("student").indexes()).extracting(Index::name)
			.containsExactly("student_lower", "student_mail", "student_tags");
		Index lower = table("student").indexes().get(0);
		assertThat(lower.elements())
			.extracting("column", "expression", "descending", "nullsFirst", "operatorClass", "collation")
			.containsExactly(tuple(null, "lower((first_name)::text)", true, true, null, null),
					tuple("last_name", null, false, true, "pg_catalog.text_pattern_ops", "pg_catalog.\"POSIX\""));
		assertThat(lower.include()).containsExactly("age");
		assertThat(lower.predicate()).isEqualTo("(age > 18)");
		assertThat(table("student").indexes().get(1).unique()).isTrue();
		assertThat(table("student").indexes().get(1).elements().get(0).operatorClass()).isNull();
		assertThat(table("student").indexes().get(2).method()).isEqualTo("gin");
	}

	@Test
	void readsTypesDomainsAndWhatIsKnownByText() {
		assertThat(schema.enumTypes())
			.containsExactly(new EnumType(name("mood"), List.of("sad", "ok", "happy"), "how it goes"));
		assertThat(schema.domains().get(0).collation()).isEqualTo("pg_catalog.\"C\"");
		assertThat(schema.domains().get(0).nullable()).isFalse();
		assertThat(schema.domains().get(0).type().sql()).isEqualTo("character varying(320)");
		assertThat(schema.domains().get(1).checks().get(0).conjuncts()).containsExactly("VALUE <= 10", "VALUE >= 0");
		assertThat(schema.routines())
			.extracting((routine) -> routine.key().name().name() + "(" + routine.key().detail())
			.containsExactly("nothing(", "stamp(", "twice(n integer", "twice(n text");
		assertThat(schema.all(Extension.class)).containsExactly(new Extension("hstore", "public"));
		assertThat(schema.objects().keySet()).extracting("kind").contains((Object[]) ObjectKind.values());
		assertThat(schema.objects().keySet()).filteredOn((key) -> key.kind() == ObjectKind.OTHER)
			.extracting((key) -> key.detail() + " " + key.name())
			.containsExactlyInAnyOrder("range type public.span", "aggregate public.product(integer)",
					"statistics public.student_stats");
	}

	@Test
	void readsViewsWithWhatTheyUse() {
		View adult = schema.views().get(0);
		assertThat(adult.uses()).containsExactly(name("student"));
		assertThat(adult.options()).containsExactly("security_barrier=true");
		assertThat(adult.definition()).contains("FROM public.student").doesNotEndWith(";");
		assertThat(adult.columnComments()).containsOnlyKeys("id");
		View count = schema.views().get(1);
		assertThat(count.materialized()).isTrue();
		assertThat(count.indexes()).extracting(Index::name).containsExactly("adult_count_n");
	}

	@Test
	void readsPartitionsWithoutWhatTheyHaveFromTheirParent() {
		assertThat(table("event").isPartitioned()).isTrue();
		Table partition = table("event_2026");
		assertThat(partition.options().partitionOf()).isEqualTo(name("event"));
		assertThat(partition.options().partitionBound()).isEqualTo("FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')");
		assertThat(partition.primaryKey()).isNull();
		assertThat(partition.indexes()).isEmpty();
		assertThat(schema.withoutPartitions().table(partition.name())).isEmpty();
	}

	@Test
	void seesOneForeignKeyToAPartitionedTableHoweverManyItsPartitions() throws SQLException {
		try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
			connection.setAutoCommit(false);
			statement
				.execute("CREATE TABLE event_use (at date, kind integer, FOREIGN KEY (at, kind) REFERENCES event)");
			Schema one = CATALOG.read(connection, SchemaScope.everything());
			assertThat(one.table(name("event_use")).orElseThrow().foreignKeys()).hasSize(1);
			statement
				.execute("CREATE TABLE event_2027 PARTITION OF event FOR VALUES FROM ('2027-01-01') TO ('2028-01-01')");
			Schema two = CATALOG.read(connection, SchemaScope.everything());
			assertThat(two).isNotEqualTo(one);
			assertThat(two.withoutPartitions()).isEqualTo(one.withoutPartitions());
			assertThat(SchemaFingerprint.of(two)).isEqualTo(SchemaFingerprint.of(one));
			connection.rollback();
		}
	}

	static List<String> changes() {
		return resource("changes.sql").lines().filter((line) -> !line.isBlank() && !line.startsWith("--")).toList();
	}

	@ParameterizedTest
	@MethodSource("changes")
	void seesAnUncommittedChangeAndItsRollback(String change) throws SQLException {
		try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
			connection.setAutoCommit(false);
			statement.execute(change);
			Schema changed = CATALOG.read(connection, SchemaScope.everything());
			assertThat(changed).isNotEqualTo(schema);
			assertThat(SchemaFingerprint.of(changed)).isNotEqualTo(SchemaFingerprint.of(schema));
			connection.rollback();
			assertThat(CATALOG.read(connection, SchemaScope.everything())).isEqualTo(schema);
		}
	}

	static List<String> equalities() {
		return resource("equalities.sql").lines().filter((line) -> !line.isBlank() && !line.startsWith("--")).toList();
	}

	@ParameterizedTest
	@MethodSource("equalities")
	void takesForEqualWhatWasMadeInAnotherWay(String detour) throws SQLException {
		try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
			connection.setAutoCommit(false);
			statement.execute(detour);
			Schema same = CATALOG.read(connection, SchemaScope.everything());
			assertThat(same).isEqualTo(schema).hasSameHashCodeAs(schema);
			assertThat(SchemaFingerprint.of(same)).isEqualTo(SchemaFingerprint.of(schema));
			connection.rollback();
		}
	}

	@Test
	void readsTheSameWhateverTheSession() throws SQLException {
		try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
			statement.execute("SET TimeZone = 'Asia/Tokyo'; SET DateStyle = 'ISO, DMY'; SET IntervalStyle = 'iso_8601';"
					+ " SET quote_all_identifiers = on; SET search_path = 'Other Schema', public; SET bytea_output = 'escape'");
			assertThat(CATALOG.read(connection, SchemaScope.everything())).isEqualTo(schema);
		}
	}

	@Test
	void readsOnlyTheSchemasWantedLessWhatIsLeftOut() throws SQLException {
		Schema other = read(SchemaScope.of("Other Schema"));
		assertThat(other.objects().keySet()).extracting("kind").containsExactly(ObjectKind.NAMESPACE, ObjectKind.TABLE);
		Schema without = read(
				SchemaScope.of("public").leavingOut(Set.of(name("student"), name("adult"), name("adult_count"))));
		assertThat(without.table(name("student"))).isEmpty();
		assertThat(without.sequences()).extracting("name").containsExactly(name("invoice_number"));
		assertThat(without.objects().keySet()).extracting("name").doesNotContain(name("student"), name("adult"));
		assertThat(read(SchemaScope.of("public")).table(name("student"))).contains(table("student"));
		assertThat(read(SchemaScope.of("no such schema")).isEmpty()).isTrue();
	}

}
