package dev.migrate.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

import dev.migrate.operation.ExpressionText;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnName;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Domain;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Namespace;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaObject;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * Moves what lives in one schema name to another: the desired side may have been made
 * under names of its own. Views, routines and the like are left as they are.
 *
 * @param names the new names by the old
 */
record SchemaMove(SortedMap<String, String> names) {

	static SchemaMove of(ComparisonRules rules) {
		return new SchemaMove(rules.schemaNames());
	}

	Schema apply(Schema schema) {
		if (this.names.isEmpty()) {
			return schema;
		}
		List<SchemaObject> moved = new ArrayList<>();
		schema.objects().values().forEach((object) -> moved.add(moved(object)));
		return Schema.of(moved);
	}

	private SchemaObject moved(SchemaObject object) {
		if (object instanceof Namespace namespace) {
			return new Namespace(moved(namespace.name()), namespace.comment());
		}
		if (object instanceof Sequence sequence) {
			ColumnName owner = sequence.ownedBy();
			return new Sequence(moved(sequence.name()), sequence.options(),
					(owner != null) ? new ColumnName(moved(owner.table()), owner.column()) : null, sequence.unlogged(),
					sequence.comment());
		}
		if (object instanceof EnumType type) {
			return new EnumType(moved(type.name()), type.labels(), type.comment());
		}
		if (object instanceof Domain domain) {
			return new Domain(moved(domain.name()), moved(domain.type()), domain.nullable(), domain.collation(),
					text(domain.defaultExpression()), domain.checks().stream().map(this::moved).toList(),
					domain.comment());
		}
		return (object instanceof Table table) ? moved(table) : object;
	}

	private Table moved(Table table) {
		return table.withName(moved(table.name()))
			.withColumns(table.columns().stream().map(this::moved).toList())
			.withChecks(table.checks().stream().map(this::moved).toList())
			.withForeignKeys(table.foreignKeys().stream().map(this::moved).toList());
	}

	private Column moved(Column column) {
		return column.withType(moved(column.type())).withDefault(text(column.defaultExpression()));
	}

	private ColumnType moved(ColumnType type) {
		return (type.definedBy() == null) ? type
				: new ColumnType(String.valueOf(text(type.sql())), moved(type.definedBy()));
	}

	private Check moved(Check check) {
		return new Check(check.name(), String.valueOf(text(check.expression())), check.noInherit(), check.validity(),
				check.comment());
	}

	private ForeignKey moved(ForeignKey key) {
		return new ForeignKey(key.name(), key.columns(), moved(key.target()), key.targetColumns(), key.onDelete(),
				key.onUpdate(), key.onDeleteColumns(), key.matchFull(), key.deferral(), key.validity(), key.comment());
	}

	private QualifiedName moved(QualifiedName name) {
		return new QualifiedName(moved(name.schema()), name.name());
	}

	private String moved(String schema) {
		return this.names.getOrDefault(schema, schema);
	}

	private @Nullable String text(@Nullable String expression) {
		return (expression == null) ? null : new ExpressionText(expression).qualifiersRenamed(this.names);
	}

}
