package dev.migrate.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import dev.migrate.dialect.Renderer;
import dev.migrate.dialect.SqlWords;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RebuildEnum;
import dev.migrate.operation.TableConstraint;
import dev.migrate.schema.Cast;
import dev.migrate.schema.Column;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Index;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;

/**
 * Replaces an enum type: the old one steps aside, every column is cast to the new one,
 * and what spoke of the old one is made again.
 */
final class EnumRebuild {

	private final Renderer renderer;

	private final SqlWords words;

	private final RebuildEnum operation;

	EnumRebuild(Renderer renderer, SqlWords words, RebuildEnum operation) {
		this.renderer = renderer;
		this.words = words;
		this.operation = operation;
	}

	static String create(SqlWords words, EnumType type) {
		return "CREATE TYPE " + words.name(type.name()) + " AS ENUM ("
				+ type.labels().stream().map(words::literal).collect(Collectors.joining(", ")) + ")";
	}

	List<String> statements() {
		QualifiedName name = this.operation.after().name();
		QualifiedName aside = name.sibling(name.name() + "_old");
		List<String> statements = new ArrayList<>();
		for (Table table : this.operation.uses().tables()) {
			table.indexes().forEach((index) -> render(statements, new DropIndex(table.name(), index)));
			constraints(table)
				.forEach((constraint) -> render(statements, new DropConstraint(table.name(), constraint)));
		}
		for (Cast cast : this.operation.uses().casts()) {
			statements.add(this.words.local("DROP CAST (" + cast.sourceType() + " AS " + cast.targetType() + ")"));
		}
		statements.add("ALTER TYPE " + this.words.name(name) + " RENAME TO " + this.words.name(aside.name()));
		statements.add(create(this.words, this.operation.after()));
		this.operation.uses().tables().forEach((table) -> statements.add(columns(table)));
		statements.add("DROP TYPE " + this.words.name(aside));
		this.operation.uses().casts().forEach((cast) -> statements.add(this.words.local(cast.definition())));
		for (Table table : this.operation.uses().tables()) {
			constraints(table).forEach((constraint) -> render(statements, new AddConstraint(table.name(), constraint)));
			for (Index index : table.indexes()) {
				render(statements, new CreateIndex(table.name(), index));
			}
		}
		return statements;
	}

	private static List<TableConstraint> constraints(Table table) {
		return TableConstraint.of(table);
	}

	private void render(List<String> statements, Operation part) {
		statements.addAll(this.renderer.render(part));
	}

	private String columns(Table table) {
		List<String> clauses = new ArrayList<>();
		for (Column column : table.columns()) {
			String name = this.words.name(column.name());
			String alter = "ALTER COLUMN " + name + " ";
			String type = this.words.type(column.type());
			if (column.defaultExpression() != null) {
				clauses.add(alter + "DROP DEFAULT");
			}
			clauses.add(alter + "TYPE " + type + " USING " + name + (type.endsWith("[]") ? "::TEXT[]::" : "::TEXT::")
					+ type);
			if (column.defaultExpression() != null) {
				clauses.add(alter + "SET DEFAULT " + this.words.defaultOf(column));
			}
		}
		String head = "ALTER TABLE " + this.words.name(table.name());
		return (clauses.size() == 1) ? head + " " + clauses.get(0) : head + "\n    " + String.join(",\n    ", clauses);
	}

}
