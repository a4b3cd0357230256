package dev.migrate.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

import dev.migrate.diff.SchemaFilter.Candidate;
import dev.migrate.diff.SchemaFilter.Origin;
import dev.migrate.dialect.postgresql.PostgresqlNames;
import dev.migrate.operation.ObjectReference;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnName;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Firing;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.Namespace;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.SequenceOptions;
import dev.migrate.schema.Table;
import dev.migrate.schema.Trigger;
import dev.migrate.schema.UniqueConstraint;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What takes no part in a comparison, whatever the two sides say.
 */
class BoundaryTests {

	private static final QualifiedName ORDERS = new QualifiedName("public", "orders");

	private static final QualifiedName USERS = new QualifiedName("legacy", "users");

	private final List<MappedName> actualNames = new ArrayList<>();

	private final List<MappedName> desiredNames = new ArrayList<>();

	private NamePatterns patterns = NamePatterns.ALL;

	private final List<SchemaFilter> filters = new ArrayList<>();

	private void exclude(String... names) {
		this.patterns = new NamePatterns(this.patterns.include(), Arrays.asList(names));
	}

	private void include(String... names) {
		this.patterns = new NamePatterns(Arrays.asList(names), this.patterns.exclude());
	}

	private void refuse(Predicate<Candidate> refused) {
		this.filters.add((candidate) -> !refused.test(candidate));
	}

	private Comparison compare(Schema actual, Schema desired) {
		return new SchemaComparator().compare(actual, desired,
				rules().withBoundary(new Boundary(this.patterns, this.filters, Origin.REVISIONS, Origin.ENTITIES)));
	}

	private Comparison drift(Schema live, Schema built) {
		return new SchemaComparator().compare(live, built, ComparisonRules.exact(new PostgresqlNames(), "public")
			.withBoundary(new Boundary(this.patterns, this.filters, Origin.DATABASE, Origin.REVISIONS)));
	}

	private ComparisonRules rules() {
		return ComparisonRules.mapped(new Mapping(this.actualNames), new Mapping(this.desiredNames),
				new PostgresqlNames(), "public");
	}

	private static List<String> summaries(Comparison comparison) {
		return comparison.upgrade().stream().map(Operation::summary).toList();
	}

	private static Table table(QualifiedName name, String... columns) {
		return Table.of(name, Arrays.stream(columns).map((column) -> Column.of(column, "bigint")).toList())
			.withPrimaryKey(PrimaryKey.of(name.name() + "_pkey", List.of(columns[0])));
	}

	private static Table ordersOfUsers() {
		return table(ORDERS, "id", "user_id")
			.withForeignKeys(List.of(ForeignKey.of("orders_user_id_fkey", List.of("user_id"), USERS, List.of("id"))));
	}

	@Test
	void anExcludedTableIsNeitherCreatedNorChangedNorDropped() {
		exclude("legacy.*");
		this.actualNames.add(MappedName.of(MappedName.Kind.TABLE, USERS, "User"));
		this.actualNames.add(MappedName.of(MappedName.Kind.COLUMN, USERS, "id", "User.id"));
		Schema nothing = Schema.empty();
		Schema users = Schema.of(new Namespace("legacy", null), table(USERS, "id"));
		assertThat(summaries(compare(nothing, users))).isEmpty();
		assertThat(summaries(compare(users, nothing))).isEmpty();
		assertThat(summaries(compare(users, Schema.of(table(USERS, "id", "age"))))).isEmpty();
		assertThat(compare(users, nothing).excluded().objects()).extracting(ObjectReference::toString)
			.containsExactly("schema legacy", "table legacy.users");
		assertThat(compare(users, nothing).kept()).isEmpty();
	}

	@Test
	void whatIsNotExcludedIsComparedAsEver() {
		exclude("audit_*");
		assertThat(summaries(
				compare(Schema.empty(), Schema.of(table(ORDERS, "id"), table(ORDERS.sibling("audit_orders"), "id")))))
			.containsExactly("create table public.orders");
	}

	@Test
	void includedNamesLeaveAllOthersAlone() {
		include("orders", "public.order_*");
		exclude("order_log");
		assertThat(summaries(compare(Schema.empty(),
				Schema.of(new Namespace("legacy", null), table(USERS, "id"), table(ORDERS, "id"),
						table(ORDERS.sibling("order_items"), "id"), table(ORDERS.sibling("order_log"), "id")))))
			.containsExactly("create table public.order_items", "create table public.orders");
	}

	@Test
	void patternsDoNotHeedLetterCaseAndMeanTheCurrentSchemaWithoutOne() {
		NamePatterns orders = new NamePatterns(List.of(), List.of("ORD*", "*.log"));
		assertThat(orders.excludes(ORDERS, "public")).isTrue();
		assertThat(orders.excludes(new QualifiedName("legacy", "orders"), "public")).isFalse();
		assertThat(orders.excludes(new QualifiedName("legacy", "log"), "public")).isTrue();
		assertThat(orders.excludes(ORDERS.sibling("old_orders"), "public")).isFalse();
		assertThat(new NamePatterns(List.of(), List.of("*")).excludes(ORDERS, "public")).isTrue();
		assertThatIllegalArgumentException().isThrownBy(() -> new NamePatterns(List.of("a.b.c"), List.of()))
			.withMessageContaining("'a.b.c'");
		assertThatIllegalArgumentException().isThrownBy(() -> new NamePatterns(List.of(), List.of("legacy.")));
	}

	@Test
	void whatIsOnOneSideRefusedIsLeftAloneOnBoth() {
		refuse((candidate) -> candidate.origin() == Origin.REVISIONS && candidate.name().equals(ORDERS)
				&& candidate.kind() == ObjectReference.Kind.TABLE);
		assertThat(summaries(compare(Schema.of(table(ORDERS, "id")), Schema.of(table(ORDERS, "id", "age"))))).isEmpty();
	}

	@Test
	void aRefusedColumnTakesItsConstraintsAndIndexesAlong() {
		refuse((candidate) -> candidate.member().equals("age"));
		Table here = table(ORDERS, "id", "name");
		Table there = table(ORDERS, "id", "name", "age")
			.withUniqueConstraints(List.of(UniqueConstraint.of("orders_age_key", List.of("age"))))
			.withIndexes(List.of(Index.of("orders_name_age_idx", List.of("name", "age"))));
		assertThat(summaries(compare(Schema.of(here), Schema.of(there)))).isEmpty();
		assertThat(summaries(compare(Schema.empty(), Schema.of(there)))).containsExactly("create table public.orders");
		this.actualNames.add(MappedName.of(MappedName.Kind.COLUMN, ORDERS, "age", "Order.age"));
		assertThat(summaries(compare(Schema.of(there), Schema.of(here)))).isEmpty();
	}

	@Test
	void aRefusedIndexIsTheSameIndexUnderAnotherName() {
		refuse((candidate) -> candidate.member().equals("by_hand"));
		Table here = table(ORDERS, "id", "name").withIndexes(List.of(Index.of("by_hand", List.of("name"))));
		Table there = table(ORDERS, "id", "name").withIndexes(List.of(Index.of("idx_4711", List.of("name"))));
		assertThat(summaries(compare(Schema.of(here), Schema.of(there)))).isEmpty();
		assertThat(compare(Schema.of(here), Schema.of(there)).kept()).isEmpty();
	}

	@Test
	void theNameOfWhatIsLeftAloneIsNotFree() {
		refuse((candidate) -> candidate.member().equals("orders_name_idx"));
		this.desiredNames
			.add(new MappedName(MappedName.Kind.INDEX, ORDERS, "idx_4711", List.of("name"), "Order.name", false, null));
		Table here = table(ORDERS, "id", "name").withIndexes(List.of(Index.of("orders_name_idx", List.of("id"))));
		Table there = table(ORDERS, "id", "name").withIndexes(List.of(Index.of("idx_4711", List.of("name"))));
		assertThat(summaries(compare(Schema.of(here), Schema.of(there))))
			.containsExactly("create index orders_name_idx1 on public.orders");
	}

	@Test
	void aForeignKeyAcrossTheBorderIsLeftAloneUnlessRevisionsMakeTheOtherTable() {
		exclude("legacy.*");
		Schema entities = Schema.of(ordersOfUsers(), table(USERS, "id"));
		Comparison comparison = compare(Schema.of(table(ORDERS, "id", "user_id")), entities);
		assertThat(summaries(comparison)).isEmpty();
		assertThat(comparison.excluded().borderKeys()).extracting(Excluded.BorderKey::toString)
			.containsExactly("public.orders (user_id) to legacy.users");
		comparison = compare(Schema.of(table(ORDERS, "id", "user_id"), table(USERS, "id")), entities);
		assertThat(summaries(comparison)).containsExactly("add foreign key orders_user_id_fkey to public.orders");
		assertThat(comparison.excluded().borderKeys()).isEmpty();
		assertThat(summaries(compare(Schema.empty(), entities))).containsExactly("create table public.orders");
	}

	@Test
	void aForeignKeyAcrossTheBorderThatPeopleMadeIsNoDrift() {
		exclude("legacy.*");
		Schema live = Schema.of(ordersOfUsers(), table(USERS, "id"), new Namespace("legacy", null));
		assertThat(summaries(drift(live, Schema.of(table(ORDERS, "id", "user_id"))))).isEmpty();
		assertThat(summaries(drift(live, Schema.of(ordersOfUsers(), table(USERS, "id"))))).isEmpty();
		assertThat(summaries(
				drift(Schema.of(table(ORDERS, "id", "user_id")), Schema.of(ordersOfUsers(), table(USERS, "id")))))
			.containsExactly("add foreign key orders_user_id_fkey to public.orders");
	}

	@Test
	void sequencesTypesAndTriggersGoWithTheirTables() {
		exclude("orders");
		QualifiedName status = ORDERS.sibling("status");
		Table orders = Table.of(ORDERS, List.of(Column.of("id", "bigint"),
				Column.of("status", "text").withType(new ColumnType("status", status))));
		this.desiredNames.addAll(List.of(MappedName.of(MappedName.Kind.TABLE, ORDERS, "Order"),
				MappedName.of(MappedName.Kind.SEQUENCE, ORDERS.sibling("order_numbers"), "Order.id")));
		Schema desired = Schema.of(orders, new EnumType(status, List.of("open"), null), sequence("order_numbers", null),
				sequence("orders_id_seq", new ColumnName(ORDERS, "id")),
				new Trigger(ORDERS, "touch", "CREATE TRIGGER touch", Firing.ENABLED, null));
		assertThat(summaries(compare(Schema.empty(), desired))).isEmpty();
		Table items = Table.of(ORDERS.sibling("items"),
				List.of(Column.of("status", "text").withType(new ColumnType("status", status))));
		assertThat(summaries(compare(Schema.empty(), desired.with(items))))
			.containsExactly("create enum type public.status", "create table public.items");
	}

	private static Sequence sequence(String name, ColumnName owner) {
		return new Sequence(ORDERS.sibling(name), SequenceOptions.BIGINT, owner, false, null);
	}

	@Test
	void aSequenceOfAnIncludedEntityIsIncludedAndOneThatIsExcludedByNameIsNot() {
		include("orders");
		this.desiredNames.addAll(List.of(MappedName.of(MappedName.Kind.TABLE, ORDERS, "Order"),
				MappedName.of(MappedName.Kind.SEQUENCE, ORDERS.sibling("order_numbers"), "Order.id")));
		Schema desired = Schema.of(table(ORDERS, "id"), sequence("order_numbers", null), sequence("others", null));
		assertThat(summaries(compare(Schema.empty(), desired))).containsExactly("create sequence public.order_numbers",
				"create table public.orders");
		exclude("order_numbers");
		assertThat(summaries(compare(Schema.empty(), desired))).containsExactly("create table public.orders");
	}

	@Test
	void everyFilterMayRefuse() {
		refuse((candidate) -> candidate.name().name().equals("a"));
		refuse((candidate) -> candidate.name().name().equals("b"));
		assertThat(summaries(compare(Schema.empty(), Schema.of(table(ORDERS.sibling("a"), "id"),
				table(ORDERS.sibling("b"), "id"), table(ORDERS.sibling("c"), "id")))))
			.containsExactly("create table public.c");
	}

	@Test
	void whatIsLeftAloneIsNotMapped() {
		exclude("orders");
		this.desiredNames.addAll(List.of(MappedName.of(MappedName.Kind.TABLE, ORDERS, "Order"),
				MappedName.of(MappedName.Kind.COLUMN, ORDERS, "id", "Order.id"),
				MappedName.of(MappedName.Kind.TABLE, USERS, "User")));
		Comparison comparison = compare(Schema.empty(), Schema.of(table(ORDERS, "id"), table(USERS, "id")));
		assertThat(comparison.excluded().without(new Mapping(this.desiredNames)).names()).extracting(MappedName::path)
			.containsExactly("User");
	}

}
