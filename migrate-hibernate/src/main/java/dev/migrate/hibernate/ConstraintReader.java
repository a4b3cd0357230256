package dev.migrate.hibernate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.NamingHelper;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.CheckConstraint;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.ForeignKey;
import org.hibernate.mapping.Index;
import org.hibernate.mapping.PrimaryKey;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UniqueKey;
import org.jspecify.annotations.Nullable;

import dev.migrate.hibernate.MappedObject.Kind;

/**
 * Reads the constraints and indexes of a table. PostgreSQL names the unnamed ones itself;
 * elsewhere they get the name that PostgreSQL would give.
 */
final class ConstraintReader {

	private final DatabaseProduct product;

	private final Dialect dialect;

	private final SqlStringGenerationContext context;

	private final ServerNames names;

	private final AttributePaths paths;

	ConstraintReader(DatabaseProduct product, OfflineModel offline, ServerNames names, AttributePaths paths) {
		this.product = product;
		this.dialect = offline.dialect();
		this.context = offline.sqlContext();
		this.names = names;
		this.paths = paths;
	}

	void readInto(SchemaTable schemaTable) {
		readPrimaryKey(schemaTable);
		readChecks(schemaTable);
		readIndexes(schemaTable);
		readUniques(schemaTable);
		readForeignKeys(schemaTable);
	}

	private boolean namesItself() {
		return this.product.isPostgreSql();
	}

	private void readPrimaryKey(SchemaTable schemaTable) {
		Table table = schemaTable.table();
		// Looking at the unique keys makes Hibernate find the one that orders the key.
		table.getUniqueKeys();
		PrimaryKey key = table.getPrimaryKey();
		if (key == null || key.getColumns().isEmpty()) {
			return;
		}
		UniqueKey ordering = key.getOrderingUniqueKey();
		boolean explicit = ordering != null && ordering.isNameExplicit();
		String name = (ordering != null && explicit) ? ordering.getName() : this.names.choose(table, null, "pkey");
		if (!explicit && !namesItself()) {
			schemaTable.namePrimaryKey(this.names.sql(name));
		}
		schemaTable.setPrimaryKey(constraint(Kind.PRIMARY_KEY, table, name, explicit, key.getColumns(), null));
	}

	private SchemaConstraint constraint(Kind kind, Table table, String name, boolean explicit, List<Column> columns,
			@Nullable String sql) {
		return new SchemaConstraint(kind, storedName(name), explicit, this.names.stored(columns),
				this.paths.common(table, columns), sql);
	}

	private String storedName(String name) {
		String sql = this.names.sql(name);
		boolean quoted = sql.charAt(0) == this.dialect.openQuote();
		return this.names.stored(quoted ? sql.substring(1, sql.length() - 1) : sql, quoted);
	}

	private void readChecks(SchemaTable schemaTable) {
		Table table = schemaTable.table();
		for (Column column : table.getColumns()) {
			List<CheckConstraint> anonymous = new ArrayList<>();
			for (CheckConstraint check : column.getCheckConstraints()) {
				if (check.isAnonymous()) {
					anonymous.add(check);
				}
				else {
					addCheck(schemaTable, check.getName(), true, List.of(column));
				}
			}
			if (!anonymous.isEmpty()) {
				sort(anonymous);
				String name = this.names.choose(table, this.names.stored(List.of(column)), "check");
				addCheck(schemaTable, name, false, List.of(column));
				if (!namesItself() && anonymous.size() == 1) {
					schemaTable.nameCheck(anonymous.get(0), this.names.sql(name));
				}
			}
		}
		for (CheckConstraint check : table.getChecks()) {
			boolean explicit = check.isNamed();
			String name = explicit ? check.getName() : this.names.choose(table, null, "check");
			addCheck(schemaTable, name, explicit, List.of());
			if (!explicit && !namesItself()) {
				schemaTable.nameCheck(check, this.names.sql(name));
			}
		}
	}

	/**
	 * Sort the conditions of one column: Bean Validation adds them in the order of a hash
	 * set, which differs from one start to the next.
	 */
	private static void sort(List<CheckConstraint> checks) {
		List<String> sorted = checks.stream().map(CheckConstraint::getConstraint).sorted().toList();
		for (int i = 0; i < sorted.size(); i++) {
			checks.get(i).setConstraint(sorted.get(i));
		}
	}

	private void addCheck(SchemaTable schemaTable, String name, boolean explicit, List<Column> columns) {
		schemaTable.checks().add(constraint(Kind.CHECK, schemaTable.table(), name, explicit, columns, null));
	}

	private void readIndexes(SchemaTable schemaTable) {
		Map<String, Index> sorted = new TreeMap<>(schemaTable.table().getIndexes());
		for (Index index : sorted.values()) {
			List<String> parts = new ArrayList<>();
			List<Column> columns = new ArrayList<>();
			for (Selectable selectable : index.getSelectables()) {
				String order = index.getSelectableOrderMap().get(selectable);
				parts.add(selectable.getText(this.dialect) + ((order != null) ? " " + order : ""));
				columns.add((selectable instanceof Column column) ? column : new Column(""));
			}
			addIndex(schemaTable,
					new IndexParts(index.getName(), index.isUnique(), columns, parts, index.getOptions()));
		}
	}

	private void addIndex(SchemaTable schemaTable, IndexParts index) {
		Table table = schemaTable.table();
		boolean explicit = !ServerNames.isGenerated(index.name(), () -> hash("IDX", table, index.columns()));
		List<String> middle = this.names.stored(index.columns())
			.stream()
			.map((column) -> column.isEmpty() ? "expr" : column)
			.toList();
		String name = (explicit && index.name() != null) ? index.name() : this.names.choose(table, middle, "idx");
		StringBuilder sql = new StringBuilder(this.dialect.getCreateIndexString(index.unique()));
		if (explicit || !namesItself()) {
			sql.append(' ').append(this.names.sql(name));
		}
		sql.append(" on ").append(sqlName(table)).append(" (").append(String.join(", ", index.parts())).append(')');
		appendOptions(sql, index.options());
		schemaTable.indexes()
			.add(new SchemaConstraint(Kind.INDEX, storedName(name), explicit,
					index.columns()
						.stream()
						.map((column) -> column.getName().isEmpty() ? "" : this.names.stored(column))
						.toList(),
					this.paths.common(table, index.columns()), sql.toString()));
	}

	private void readUniques(SchemaTable schemaTable) {
		Table table = schemaTable.table();
		List<UniqueKey> keys = new ArrayList<>(table.getUniqueKeys().values());
		keys.sort(Comparator.comparing((UniqueKey key) -> !key.isNameExplicit())
			.thenComparing((key) -> key.getColumns().stream().map(Column::getName).toList().toString())
			.thenComparing((key) -> String.valueOf(key.getName())));
		List<List<Column>> done = new ArrayList<>();
		for (UniqueKey key : keys) {
			if (key.getColumnOrderMap().isEmpty()) {
				if (key.isNameExplicit() || !done.contains(key.getColumns())) {
					addUnique(schemaTable, key.getColumns(), key.isNameExplicit() ? key.getName() : null,
							key.getOptions());
				}
				done.add(List.copyOf(key.getColumns()));
			}
			else {
				addOrderedUnique(schemaTable, key);
			}
		}
		for (Column column : table.getColumns()) {
			if (column.isUnique() && !table.isPrimaryKey(column) && !done.contains(List.of(column))) {
				addUnique(schemaTable, List.of(column), null, "");
			}
		}
	}

	private void addUnique(SchemaTable schemaTable, List<Column> columns, @Nullable String explicitName,
			@Nullable String options) {
		Table table = schemaTable.table();
		String name = (explicitName != null) ? explicitName
				: this.names.choose(table, this.names.stored(columns), "key");
		StringBuilder sql = alterTable(table);
		if (explicitName != null || !namesItself()) {
			sql.append("constraint ").append(this.names.sql(name)).append(' ');
		}
		sql.append("unique (").append(sqlNames(columns)).append(')');
		appendOptions(sql, options);
		schemaTable.uniques().add(constraint(Kind.UNIQUE, table, name, explicitName != null, columns, sql.toString()));
	}

	/**
	 * Add a unique key that orders its columns. No constraint can do that, though
	 * Hibernate writes one; an index can.
	 */
	private void addOrderedUnique(SchemaTable schemaTable, UniqueKey key) {
		List<String> parts = new ArrayList<>();
		for (Column column : key.getColumns()) {
			String order = key.getColumnOrderMap().get(column);
			parts.add(column.getQuotedName(this.dialect) + ((order != null) ? " " + order : ""));
		}
		addIndex(schemaTable, new IndexParts(key.isNameExplicit() ? key.getName() : null, true, key.getColumns(), parts,
				key.getOptions()));
	}

	private void readForeignKeys(SchemaTable schemaTable) {
		List<ForeignKey> keys = new ArrayList<>(schemaTable.table().getForeignKeyCollection());
		keys.removeIf((key) -> !key.isCreationEnabled() || !key.isPhysicalConstraint());
		keys.sort(Comparator
			.comparing((ForeignKey key) -> key.getColumns().stream().map(Column::getName).toList().toString())
			.thenComparing((key) -> key.getReferencedTable().getName())
			.thenComparing((key) -> String.valueOf(key.getName())));
		keys.forEach((key) -> addForeignKey(schemaTable, key));
	}

	private void addForeignKey(SchemaTable schemaTable, ForeignKey key) {
		Table table = schemaTable.table();
		boolean explicit = !ServerNames.isGenerated(key.getName(), () -> hash(key));
		String name = explicit ? key.getName() : this.names.choose(table, this.names.stored(key.getColumns()), "fkey");
		StringBuilder sql = alterTable(table);
		if (explicit || !namesItself()) {
			sql.append("constraint ").append(this.names.sql(name)).append(' ');
		}
		if (key.getKeyDefinition() != null) {
			sql.append(key.getKeyDefinition());
		}
		else {
			List<Column> targets = key.isReferenceToPrimaryKey() ? key.getReferencedTable().getPrimaryKey().getColumns()
					: key.getReferencedColumns();
			sql.append("foreign key (").append(sqlNames(key.getColumns())).append(") references ");
			sql.append(referred(table, key.getReferencedTable())).append(" (").append(sqlNames(targets)).append(')');
		}
		OnDeleteAction onDelete = key.getOnDeleteAction();
		if (onDelete != null && onDelete != OnDeleteAction.NO_ACTION && this.dialect.supportsCascadeDelete()) {
			sql.append(" on delete ").append(onDelete.toSqlString());
		}
		appendOptions(sql, key.getOptions());
		schemaTable.foreignKeys()
			.add(constraint(Kind.FOREIGN_KEY, table, name, explicit, key.getColumns(), sql.toString()));
	}

	/**
	 * Return the name of a table that another refers to. H2 looks for a bare name in the
	 * schema of the table that refers to it.
	 */
	private String referred(Table table, Table target) {
		boolean elsewhere = this.product.isH2() && this.names.schemaOf(table) != null
				&& this.names.schemaOf(target) == null;
		return (elsewhere ? "public." : "") + sqlName(target);
	}

	private String hash(String prefix, Table table, List<Column> columns) {
		return NamingHelper.INSTANCE.generateHashedConstraintName(prefix, table.getNameIdentifier(),
				identifiers(columns));
	}

	private String hash(ForeignKey key) {
		return NamingHelper.INSTANCE.generateHashedFkName("FK", key.getTable().getNameIdentifier(),
				key.getReferencedTable().getNameIdentifier(), identifiers(key.getColumns()));
	}

	private static List<Identifier> identifiers(List<Column> columns) {
		return columns.stream().map((column) -> new Identifier(column.getName(), column.isQuoted())).toList();
	}

	private StringBuilder alterTable(Table table) {
		return new StringBuilder("alter table ").append(sqlName(table)).append(" add ");
	}

	private String sqlName(Table table) {
		return this.context.format(table.getQualifiedTableName());
	}

	private String sqlNames(List<Column> columns) {
		return String.join(", ", columns.stream().map((column) -> column.getQuotedName(this.dialect)).toList());
	}

	private static void appendOptions(StringBuilder sql, @Nullable String options) {
		if (options != null && !options.isEmpty()) {
			sql.append(' ').append(options);
		}
	}

	private record IndexParts(@Nullable String name, boolean unique, List<Column> columns, List<String> parts,
			@Nullable String options) {
	}

}
