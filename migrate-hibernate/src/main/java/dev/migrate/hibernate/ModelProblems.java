package dev.migrate.hibernate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.hibernate.MappingException;
import org.hibernate.mapping.Column;
import org.jspecify.annotations.Nullable;

import dev.migrate.hibernate.EntityProblem.Severity;
import dev.migrate.hibernate.MappedObject.Kind;

/**
 * Finds what the server would refuse, while the attribute is still known.
 */
final class ModelProblems {

	private final DatabaseProduct product;

	private final OfflineModel offline;

	private final SchemaModel model;

	private final List<EntityProblem> problems = new ArrayList<>();

	ModelProblems(EntityModelRequest request, OfflineModel offline, SchemaModel model) {
		this.product = request.product();
		this.offline = offline;
		this.model = model;
	}

	List<EntityProblem> find() {
		Map<String, SchemaTable> relations = new HashMap<>();
		for (SchemaTable table : this.model.tables()) {
			SchemaTable earlier = relations.putIfAbsent(scope(table) + table.name(), table);
			if (earlier != null) {
				fault(table.path(), table.name(),
						"Tables of " + earlier.path() + " and " + table.path() + " are both stored as " + table.name(),
						"Give one of them another name.");
			}
			findInTable(table);
		}
		findRepeatedNames(relations);
		return this.problems;
	}

	private static String scope(SchemaTable table) {
		return table.schema() + ".";
	}

	private void findInTable(SchemaTable table) {
		checkName(table.path(), table.name(), table.table().getName(), table.table().isQuoted());
		Set<String> stored = new HashSet<>();
		for (Column column : table.table().getColumns()) {
			String found = this.model.paths().of(table.table(), column);
			String path = (found != null) ? found : table.path();
			String object = table.name() + "." + this.model.names().stored(column);
			checkName(path, object, column.getName(), column.isQuoted());
			if (!stored.add(this.model.names().stored(column))) {
				fault(path, object, "Two columns of " + table.path() + " are both stored as " + object, null);
			}
			checkType(table, column, path, object);
		}
		for (List<SchemaConstraint> constraints : List.of(table.uniques(), table.indexes())) {
			for (SchemaConstraint constraint : constraints) {
				for (String column : constraint.columns()) {
					if (!column.isEmpty() && !stored.contains(column)) {
						fault(table.path(), table.name() + "." + constraint.name(),
								nameOf(constraint) + " of " + table.path() + " names column " + column
										+ ", which table " + table.name() + " does not have",
								"A unique constraint or index names columns, not attributes.");
					}
				}
			}
		}
	}

	private static String nameOf(SchemaConstraint constraint) {
		String kind = (constraint.kind() == Kind.UNIQUE) ? "The unique constraint" : "The index";
		return constraint.explicitName() ? kind + " " + constraint.name() : kind;
	}

	private void checkName(String path, String object, String written, boolean quoted) {
		if (!quoted && ReservedWords.isReserved(this.product, written)) {
			// H2 can be told otherwise, by NON_KEYWORDS in its URL.
			this.problems.add(new EntityProblem(this.product.isH2() ? Severity.SUSPICION : Severity.FAULT, path, object,
					"The name " + written + " of " + path + " is a reserved word",
					"Choose another name, or quote it: name = \"\\\"" + written
							+ "\\\"\", or hibernate.auto_quote_keyword=true for all."));
		}
		if (this.model.names().isTooLong(written)) {
			this.problems.add(new EntityProblem(Severity.WARNING, path, object,
					"The name " + written + " of " + path + " is longer than 63 bytes and is stored as " + object,
					"Choose a shorter name."));
		}
	}

	private void checkType(SchemaTable table, Column column, String path, String object) {
		try {
			if (column.getSqlType(this.offline.metadata()) == null) {
				throw new MappingException("no type");
			}
		}
		catch (RuntimeException ex) {
			table.markBroken();
			String reason = (ex.getMessage() != null) ? ex.getMessage() : ex.getClass().getName();
			fault(path, object, "The type of " + path + " is unknown on " + this.product.name() + ": " + reason,
					"Give the column another type, or a columnDefinition.");
		}
	}

	/**
	 * On PostgreSQL a unique constraint has an index of its name, and an index stands
	 * among the tables. On H2 indexes, constraints and tables each have names of their
	 * own.
	 */
	private void findRepeatedNames(Map<String, SchemaTable> relations) {
		Map<String, SchemaTable> indexes = this.product.isH2() ? new HashMap<>() : new HashMap<>(relations);
		Map<String, SchemaTable> constraints = this.product.isH2() ? new HashMap<>() : indexes;
		for (SchemaTable table : this.model.tables()) {
			table.uniques().forEach((constraint) -> findRepeatedName(table, constraint, constraints));
			table.indexes().forEach((constraint) -> findRepeatedName(table, constraint, indexes));
			if (this.product.isH2()) {
				table.foreignKeys().forEach((constraint) -> findRepeatedName(table, constraint, constraints));
				table.checks().forEach((constraint) -> findRepeatedName(table, constraint, constraints));
			}
			findRepeatedForeignKeys(table);
		}
	}

	private void findRepeatedName(SchemaTable table, SchemaConstraint constraint, Map<String, SchemaTable> taken) {
		if (constraint.explicitName()) {
			SchemaTable other = taken.putIfAbsent(scope(table) + constraint.name(), table);
			if (other != null) {
				fault(table.path(), table.name() + "." + constraint.name(),
						"The name " + constraint.name() + " is used by " + other.path() + " and by " + table.path(),
						"Such names are unique in a schema: give one of them another.");
			}
		}
	}

	private void findRepeatedForeignKeys(SchemaTable table) {
		Set<String> seen = new HashSet<>();
		for (SchemaConstraint key : table.foreignKeys()) {
			if (key.explicitName() && !seen.add(key.name().toLowerCase(Locale.ROOT))) {
				fault(key.path(), table.name() + "." + key.name(),
						"The name " + key.name() + " is used twice on the table of " + table.path(),
						"Give one of the foreign keys another name.");
			}
		}
	}

	private void fault(String path, String object, String message, @Nullable String hint) {
		this.problems.add(new EntityProblem(Severity.FAULT, path, object, message, hint));
	}

}
