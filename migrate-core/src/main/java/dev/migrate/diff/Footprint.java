package dev.migrate.diff;

import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;

import dev.migrate.operation.ExpressionText;
import dev.migrate.operation.TableConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnName;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexElement;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.SchemaObject;
import dev.migrate.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * What an operation does to things, which decides what has to run before it.
 *
 * @param phase where it stands if nothing else decides
 * @param brings what is there after it and was not before
 * @param removes what is gone after it
 * @param changes what it alters
 * @param needs what must be there, and as it will be, before it runs
 * @param frees what it lets go of, so that it can be altered or removed
 */
record Footprint(int phase, SortedSet<String> brings, SortedSet<String> removes, SortedSet<String> changes,
		SortedSet<String> needs, SortedSet<String> frees) {

	static Footprint at(int phase) {
		return new Footprint(phase, new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>(),
				new TreeSet<>());
	}

	Footprint bring(String thing) {
		this.brings.add(thing);
		return this;
	}

	Footprint remove(String thing) {
		this.removes.add(thing);
		return this;
	}

	Footprint change(String thing) {
		this.changes.add(thing);
		return this;
	}

	Footprint need(String thing) {
		this.needs.add(thing);
		return this;
	}

	Footprint needAll(SortedSet<String> things) {
		this.needs.addAll(things);
		return this;
	}

	Footprint freeAll(SortedSet<String> things) {
		this.frees.addAll(things);
		return this;
	}

	static String schema(String name) {
		return "schema " + name;
	}

	/**
	 * Tables, views, sequences and indexes share their names; types stand apart.
	 */
	static String relation(QualifiedName name) {
		return "relation " + name;
	}

	static String type(QualifiedName name) {
		return "type " + name;
	}

	static String object(SchemaObject object) {
		return "object " + object.key();
	}

	static String column(QualifiedName table, String column) {
		return "column " + new ColumnName(table, column);
	}

	static String constraint(QualifiedName table, String name) {
		return "constraint " + table + " " + name;
	}

	static String key(QualifiedName table, Collection<String> columns) {
		SortedSet<String> sorted = new TreeSet<>(columns);
		return "key " + table + " " + sorted;
	}

	/**
	 * Return what a column is made of: its type and the sequence in its default.
	 */
	static SortedSet<String> partsOf(Column column) {
		SortedSet<String> parts = partsOf(column.type());
		parts.addAll(partsOf(column.defaultExpression()));
		return parts;
	}

	static SortedSet<String> partsOf(ColumnType type) {
		SortedSet<String> parts = new TreeSet<>();
		if (type.definedBy() != null) {
			parts.add(type(type.definedBy()));
		}
		return parts;
	}

	/**
	 * Return what an expression speaks of: every name in it may be a type, a routine or,
	 * inside {@code nextval}, a sequence.
	 */
	static SortedSet<String> partsOf(@Nullable String expression) {
		SortedSet<String> parts = new TreeSet<>();
		if (expression != null) {
			String open = expression.startsWith("nextval('") ? expression.replace('\'', ' ') : expression;
			new ExpressionText(open).names().forEach((name) -> parts.add("word " + name));
		}
		return parts;
	}

	static SortedSet<String> partsOf(QualifiedName table, TableConstraint constraint) {
		SortedSet<String> parts = new TreeSet<>();
		parts.add(relation(table));
		constraint.columns().forEach((column) -> parts.add(column(table, column)));
		if (constraint instanceof TableConstraint.Foreign foreign) {
			ForeignKey key = foreign.key();
			parts.add(relation(key.target()));
			parts.add(key(key.target(), key.targetColumns()));
			key.targetColumns().forEach((column) -> parts.add(column(key.target(), column)));
		}
		else if (constraint instanceof TableConstraint.Checked checked) {
			parts.addAll(partsOf(table, checked.check().expression()));
		}
		else if (constraint instanceof TableConstraint.Excluded excluded) {
			parts.addAll(partsOf(table, excluded.exclusion().definition()));
		}
		return parts;
	}

	/**
	 * Return what an expression inside a table speaks of, its columns among it.
	 */
	static SortedSet<String> partsOf(QualifiedName table, @Nullable String expression) {
		SortedSet<String> parts = partsOf(expression);
		if (expression != null) {
			new ExpressionText(expression).names().forEach((name) -> parts.add(column(table, name)));
		}
		return parts;
	}

	static SortedSet<String> partsOf(QualifiedName table, Index index) {
		SortedSet<String> parts = partsOf(table, index.predicate());
		parts.add(relation(table));
		index.include().forEach((column) -> parts.add(column(table, column)));
		for (IndexElement element : index.elements()) {
			if (element.column() != null) {
				parts.add(column(table, element.column()));
			}
			parts.addAll(partsOf(table, element.expression()));
		}
		return parts;
	}

	/**
	 * Return what a whole table is made of, apart from itself.
	 */
	static SortedSet<String> partsOf(Table table) {
		SortedSet<String> parts = new TreeSet<>();
		parts.add(schema(table.name().schema()));
		table.options().inherits().forEach((parent) -> parts.add(relation(parent)));
		for (Column column : table.columns()) {
			parts.addAll(partsOf(column));
			if (column.generated() != null) {
				parts.addAll(partsOf(column.generated().expression()));
			}
		}
		TableConstraint.of(table).forEach((constraint) -> parts.addAll(partsOf(table.name(), constraint)));
		table.indexes().forEach((index) -> parts.addAll(partsOf(table.name(), index)));
		parts.removeAll(wholeOf(table));
		return parts;
	}

	/**
	 * Return what comes and goes with a table.
	 */
	static SortedSet<String> wholeOf(Table table) {
		SortedSet<String> whole = new TreeSet<>();
		whole.add(relation(table.name()));
		table.columns().forEach((column) -> whole.add(column(table.name(), column.name())));
		for (TableConstraint constraint : TableConstraint.of(table)) {
			whole.addAll(wholeOf(table.name(), constraint));
		}
		table.indexes().forEach((index) -> whole.addAll(wholeOf(table.name(), index)));
		return whole;
	}

	static SortedSet<String> wholeOf(QualifiedName table, TableConstraint constraint) {
		SortedSet<String> whole = new TreeSet<>();
		whole.add(constraint(table, constraint.name()));
		if (constraint.kind() == TableConstraint.Kind.PRIMARY_KEY || constraint.kind() == TableConstraint.Kind.UNIQUE) {
			whole.add(relation(table.sibling(constraint.name())));
			whole.add(key(table, constraint.columns()));
		}
		return whole;
	}

	static SortedSet<String> wholeOf(QualifiedName table, Index index) {
		SortedSet<String> whole = new TreeSet<>();
		whole.add(relation(table.sibling(index.name())));
		if (index.unique()) {
			whole
				.add(key(table, index.elements().stream().map((element) -> String.valueOf(element.column())).toList()));
		}
		return whole;
	}

}
