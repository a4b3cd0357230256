package dev.migrate.dialect.h2;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.migrate.dialect.CatalogRow;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Identity;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexElement;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.SequenceOptions;
import dev.migrate.schema.Table;
import dev.migrate.schema.UniqueConstraint;
import dev.migrate.schema.Validity;
import org.jspecify.annotations.Nullable;

/**
 * Reads tables with all that is inside them.
 */
final class TableReader {

	private static final String TABLES = """
			SELECT TABLE_SCHEMA, TABLE_NAME, REMARKS
			FROM INFORMATION_SCHEMA.TABLES
			WHERE TABLE_TYPE = 'BASE TABLE'
			""";

	private static final String COLUMNS = """
			SELECT TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME,
			  DATA_TYPE_SQL(TABLE_SCHEMA, TABLE_NAME, 'TABLE', DTD_IDENTIFIER) AS TYPE_SQL, DOMAIN_SCHEMA, DOMAIN_NAME,
			  DATA_TYPE, COLUMN_DEFAULT, IS_NULLABLE, GENERATION_EXPRESSION, IS_IDENTITY, IDENTITY_GENERATION,
			  IDENTITY_START, IDENTITY_INCREMENT, IDENTITY_MINIMUM, IDENTITY_MAXIMUM, IDENTITY_CYCLE, IDENTITY_CACHE,
			  REMARKS
			FROM INFORMATION_SCHEMA.COLUMNS
			WHERE TABLE_SCHEMA <> 'INFORMATION_SCHEMA'
			ORDER BY TABLE_SCHEMA, TABLE_NAME, ORDINAL_POSITION
			""";

	// KEY_COLUMN_USAGE goes on naming a renamed column by its old name; the index knows.
	private static final String KEY_COLUMNS = """
			SELECT K.CONSTRAINT_SCHEMA, K.CONSTRAINT_NAME, COALESCE(I.COLUMN_NAME, K.COLUMN_NAME) AS COLUMN_NAME,
			       K.POSITION_IN_UNIQUE_CONSTRAINT
			FROM INFORMATION_SCHEMA.KEY_COLUMN_USAGE K
			LEFT JOIN INFORMATION_SCHEMA.COLUMNS C ON C.TABLE_SCHEMA = K.TABLE_SCHEMA AND C.TABLE_NAME = K.TABLE_NAME
			     AND C.COLUMN_NAME = K.COLUMN_NAME
			LEFT JOIN INFORMATION_SCHEMA.TABLE_CONSTRAINTS T ON T.CONSTRAINT_SCHEMA = K.CONSTRAINT_SCHEMA
			     AND T.CONSTRAINT_NAME = K.CONSTRAINT_NAME
			LEFT JOIN INFORMATION_SCHEMA.INDEX_COLUMNS I ON I.INDEX_SCHEMA = T.INDEX_SCHEMA
			     AND I.INDEX_NAME = T.INDEX_NAME AND I.ORDINAL_POSITION = K.ORDINAL_POSITION
			     AND (C.COLUMN_NAME IS NULL OR T.CONSTRAINT_TYPE <> 'FOREIGN KEY')
			ORDER BY K.CONSTRAINT_SCHEMA, K.CONSTRAINT_NAME, K.ORDINAL_POSITION
			""";

	private static final String CHECKS = """
			SELECT CONSTRAINT_SCHEMA, CONSTRAINT_NAME, CHECK_CLAUSE
			FROM INFORMATION_SCHEMA.CHECK_CONSTRAINTS
			""";

	private static final String REFERENCES = """
			SELECT CONSTRAINT_SCHEMA, CONSTRAINT_NAME, UNIQUE_CONSTRAINT_SCHEMA, UNIQUE_CONSTRAINT_NAME, UPDATE_RULE,
			  DELETE_RULE
			FROM INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS
			""";

	private static final String CONSTRAINTS = """
			SELECT CONSTRAINT_SCHEMA, CONSTRAINT_NAME, CONSTRAINT_TYPE, TABLE_SCHEMA, TABLE_NAME, NULLS_DISTINCT, REMARKS
			FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS
			""";

	private static final String INDEXES = """
			SELECT INDEX_SCHEMA, INDEX_NAME, TABLE_SCHEMA, TABLE_NAME, INDEX_TYPE_NAME, NULLS_DISTINCT, REMARKS
			FROM INFORMATION_SCHEMA.INDEXES
			WHERE IS_GENERATED = FALSE
			""";

	private static final String INDEX_COLUMNS = """
			SELECT INDEX_SCHEMA, INDEX_NAME, COLUMN_NAME, ORDERING_SPECIFICATION, NULL_ORDERING, IS_UNIQUE
			FROM INFORMATION_SCHEMA.INDEX_COLUMNS
			ORDER BY INDEX_SCHEMA, INDEX_NAME, ORDINAL_POSITION
			""";

	private final InformationSchema source;

	private final Map<QualifiedName, Draft> tables = new LinkedHashMap<>();

	private final Map<QualifiedName, List<KeyColumn>> keys = new HashMap<>();

	private final Map<QualifiedName, String> checks = new HashMap<>();

	private final Map<QualifiedName, Reference> references = new HashMap<>();

	private final Map<QualifiedName, List<IndexElement>> elements = new HashMap<>();

	private final Map<QualifiedName, QualifiedName> tableOfConstraint = new HashMap<>();

	TableReader(InformationSchema source) {
		this.source = source;
	}

	List<Table> read() throws SQLException {
		this.source.query(TABLES, this::readTable);
		this.source.query(COLUMNS, this::readColumn);
		this.source.query(KEY_COLUMNS, this::readKeyColumn);
		this.source.query(CHECKS,
				(row) -> this.checks.put(constraintName(row), ListedValues.read(row.text("CHECK_CLAUSE"))));
		this.source.query(REFERENCES, this::readReference);
		this.source.query(CONSTRAINTS, this::readConstraint);
		this.source.query(INDEX_COLUMNS, this::readIndexColumn);
		this.source.query(INDEXES, this::readIndex);
		List<Table> result = new ArrayList<>();
		for (Draft draft : this.tables.values()) {
			List<ForeignKey> foreignKeys = draft.references.stream().map(this::foreignKey).toList();
			result.add(draft.table.withColumns(draft.columns).withForeignKeys(foreignKeys));
		}
		return result;
	}

	private void readTable(CatalogRow row) throws SQLException {
		QualifiedName name = InformationSchema.name(row, "TABLE_SCHEMA", "TABLE_NAME");
		if (this.source.holds(name)) {
			this.tables.put(name, new Draft(Table.of(name, List.of()).withComment(InformationSchema.comment(row))));
		}
	}

	private void readColumn(CatalogRow row) throws SQLException {
		Draft draft = this.tables.get(InformationSchema.name(row, "TABLE_SCHEMA", "TABLE_NAME"));
		if (draft == null) {
			return;
		}
		ColumnType type = InformationSchema.type(row);
		Identity identity = null;
		if (row.text("IS_IDENTITY").equals("YES")) {
			identity = new Identity(row.text("IDENTITY_GENERATION").equals("ALWAYS"),
					new SequenceOptions(row.text("DATA_TYPE"), row.number("IDENTITY_START"),
							row.number("IDENTITY_INCREMENT"), row.number("IDENTITY_MINIMUM"),
							row.number("IDENTITY_MAXIMUM"), row.number("IDENTITY_CACHE"),
							row.text("IDENTITY_CYCLE").equals("YES")));
		}
		String expression = expression(row, "GENERATION_EXPRESSION");
		draft.columns.add(new Column(row.text("COLUMN_NAME"), type, row.text("IS_NULLABLE").equals("YES"), null,
				expression(row, "COLUMN_DEFAULT"), identity,
				(expression != null) ? new Generated(expression, true) : null, InformationSchema.comment(row)));
	}

	private static @Nullable String expression(CatalogRow row, String column) throws SQLException {
		String text = row.optional(column);
		return (text != null) ? ListedValues.read(text) : null;
	}

	private static QualifiedName constraintName(CatalogRow row) throws SQLException {
		return InformationSchema.name(row, "CONSTRAINT_SCHEMA", "CONSTRAINT_NAME");
	}

	private void readKeyColumn(CatalogRow row) throws SQLException {
		this.keys.computeIfAbsent(constraintName(row), (name) -> new ArrayList<>())
			.add(new KeyColumn(row.text("COLUMN_NAME"), (int) row.number("POSITION_IN_UNIQUE_CONSTRAINT")));
	}

	private void readReference(CatalogRow row) throws SQLException {
		this.references.put(constraintName(row),
				new Reference(InformationSchema.name(row, "UNIQUE_CONSTRAINT_SCHEMA", "UNIQUE_CONSTRAINT_NAME"),
						action(row.text("DELETE_RULE")), action(row.text("UPDATE_RULE"))));
	}

	private static ReferentialAction action(String rule) {
		return ReferentialAction.valueOf(rule.replace(' ', '_'));
	}

	private void readConstraint(CatalogRow row) throws SQLException {
		QualifiedName name = constraintName(row);
		QualifiedName tableName = InformationSchema.name(row, "TABLE_SCHEMA", "TABLE_NAME");
		this.tableOfConstraint.put(name, tableName);
		Draft draft = this.tables.get(tableName);
		if (draft == null) {
			return;
		}
		String comment = InformationSchema.comment(row);
		List<String> columns = columns(name);
		switch (row.text("CONSTRAINT_TYPE")) {
			case "PRIMARY KEY" -> draft.table = draft.table
				.withPrimaryKey(new PrimaryKey(name.name(), columns, List.of(), Deferral.NOT_DEFERRABLE, comment));
			case "UNIQUE" -> draft.table = draft.table
				.withUniqueConstraints(and(draft.table.uniqueConstraints(), new UniqueConstraint(name.name(), columns,
						List.of(), isNo(row), Deferral.NOT_DEFERRABLE, comment)));
			case "CHECK" -> draft.table = draft.table.withChecks(and(draft.table.checks(), new Check(name.name(),
					Objects.requireNonNull(this.checks.get(name)), false, Validity.VALID, comment)));
			case "FOREIGN KEY" -> draft.references.add(new NamedReference(name, comment));
			default -> throw new SQLException("the catalogue knows a constraint type " + row.text("CONSTRAINT_TYPE"));
		}
	}

	private static boolean isNo(CatalogRow row) throws SQLException {
		return "NO".equals(row.optional("NULLS_DISTINCT"));
	}

	private List<String> columns(QualifiedName constraint) {
		return this.keys.getOrDefault(constraint, List.of()).stream().map(KeyColumn::name).toList();
	}

	private static <T> List<T> and(List<T> some, T another) {
		List<T> all = new ArrayList<>(some);
		all.add(another);
		return all;
	}

	private ForeignKey foreignKey(NamedReference named) {
		Reference reference = Objects.requireNonNull(this.references.get(named.name()));
		List<String> unique = columns(reference.target());
		List<String> targets = this.keys.getOrDefault(named.name(), List.of())
			.stream()
			.map((column) -> unique.get(column.target() - 1))
			.toList();
		return new ForeignKey(named.name().name(), columns(named.name()),
				Objects.requireNonNull(this.tableOfConstraint.get(reference.target())), targets, reference.onDelete(),
				reference.onUpdate(), List.of(), false, Deferral.NOT_DEFERRABLE, Validity.VALID, named.comment());
	}

	private void readIndexColumn(CatalogRow row) throws SQLException {
		boolean descending = row.text("ORDERING_SPECIFICATION").equals("DESC");
		String nulls = row.optional("NULL_ORDERING");
		// H2 takes NULL for the lowest value unless it is told otherwise.
		boolean nullsFirst = (nulls != null) ? nulls.equals("FIRST") : !descending;
		this.elements
			.computeIfAbsent(InformationSchema.name(row, "INDEX_SCHEMA", "INDEX_NAME"), (name) -> new ArrayList<>())
			.add(new IndexElement(row.text("COLUMN_NAME"), null, descending, nullsFirst, null, null));
	}

	private void readIndex(CatalogRow row) throws SQLException {
		Draft draft = this.tables.get(InformationSchema.name(row, "TABLE_SCHEMA", "TABLE_NAME"));
		if (draft == null) {
			return;
		}
		QualifiedName name = InformationSchema.name(row, "INDEX_SCHEMA", "INDEX_NAME");
		String type = row.text("INDEX_TYPE_NAME");
		String method = type.contains("HASH") ? "hash" : type.contains("SPATIAL") ? "spatial" : "btree";
		draft.table = draft.table.withIndexes(and(draft.table.indexes(),
				new Index(name.name(), type.startsWith("UNIQUE"), method, this.elements.getOrDefault(name, List.of()),
						List.of(), null, isNo(row), true, InformationSchema.comment(row))));
	}

	/**
	 * A table while its parts arrive.
	 */
	private static final class Draft {

		private Table table;

		private final List<Column> columns = new ArrayList<>();

		private final List<NamedReference> references = new ArrayList<>();

		Draft(Table table) {
			this.table = table;
		}

	}

	private record KeyColumn(String name, int target) {
	}

	private record Reference(QualifiedName target, ReferentialAction onDelete, ReferentialAction onUpdate) {
	}

	private record NamedReference(QualifiedName name, @Nullable String comment) {
	}

}
