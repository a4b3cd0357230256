package dev.migrate.script;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;

import dev.migrate.error.MigrateException;
import dev.migrate.migration.CheckDefinition;
import dev.migrate.migration.ConstraintDefinition;
import dev.migrate.migration.Definitions;
import dev.migrate.migration.ForeignKeyDefinition;
import dev.migrate.migration.IndexDefinition;
import dev.migrate.migration.PrimaryKeyDefinition;
import dev.migrate.migration.UniqueDefinition;
import dev.migrate.operation.TableConstraint;
import dev.migrate.schema.Check;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.Exclusion;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexElement;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.UniqueConstraint;
import dev.migrate.schema.Validity;

/**
 * Constraints and indexes of one table in the words of a Java revision. A name that they
 * would get anyway is left out.
 */
final class JavaConstraints implements TableConstraint.Visitor<Written<? extends ConstraintDefinition>> {

	private final JavaWords words;

	private final QualifiedName table;

	JavaConstraints(JavaWords words, QualifiedName table) {
		this.words = words;
		this.table = new QualifiedName("", words.name(table.name()));
	}

	@Override
	public Written<? extends ConstraintDefinition> visit(PrimaryKey key) {
		List<String> columns = this.words.names(key.columns());
		var written = new Written<>("primaryKey(" + JavaText.literals(columns) + ")",
				Definitions.primaryKey(columns.toArray(String[]::new)));
		return named(written, key.name(), PrimaryKeyDefinition::named);
	}

	@Override
	public Written<? extends ConstraintDefinition> visit(UniqueConstraint unique) {
		List<String> columns = this.words.names(unique.columns());
		Written<UniqueDefinition> written = new Written<>("unique(" + JavaText.literals(columns) + ")",
				Definitions.unique(columns.toArray(String[]::new)));
		if (!unique.include().isEmpty()) {
			List<String> include = this.words.names(unique.include());
			written = written.then("including(" + JavaText.literals(include) + ")",
					(definition) -> definition.including(include.toArray(String[]::new)));
		}
		if (unique.nullsNotDistinct()) {
			written = written.then("nullsNotDistinct()", UniqueDefinition::nullsNotDistinct);
		}
		if (unique.deferral() != Deferral.NOT_DEFERRABLE) {
			written = written.then("checked(Deferral." + unique.deferral().name() + ")",
					(definition) -> definition.checked(unique.deferral()));
		}
		return named(written, unique.name(), UniqueDefinition::named);
	}

	@Override
	public Written<? extends ConstraintDefinition> visit(ForeignKey key) {
		List<String> columns = this.words.names(key.columns());
		List<String> targets = this.words.names(key.targetColumns());
		String target = this.words.name(key.target());
		Written<ForeignKeyDefinition> written = new Written<>(
				"foreignKey(" + JavaText.literals(columns) + ").references(" + JavaText.literal(target) + ", "
						+ JavaText.literals(targets) + ")",
				Definitions.foreignKey(columns.toArray(String[]::new))
					.references(target, targets.toArray(String[]::new)));
		if (key.onDelete() != ReferentialAction.NO_ACTION) {
			written = written.then("onDelete(ReferentialAction." + key.onDelete().name() + ")",
					(definition) -> definition.onDelete(key.onDelete()));
		}
		if (key.onUpdate() != ReferentialAction.NO_ACTION) {
			written = written.then("onUpdate(ReferentialAction." + key.onUpdate().name() + ")",
					(definition) -> definition.onUpdate(key.onUpdate()));
		}
		if (key.deferral() != Deferral.NOT_DEFERRABLE) {
			written = written.then("checked(Deferral." + key.deferral().name() + ")",
					(definition) -> definition.checked(key.deferral()));
		}
		if (key.validity() == Validity.NOT_VALID) {
			written = written.then("notValid()", ForeignKeyDefinition::notValid);
		}
		return named(written, key.name(), ForeignKeyDefinition::named);
	}

	@Override
	public Written<? extends ConstraintDefinition> visit(Check check) {
		String name = this.words.name(check.name());
		String condition = this.words.expression(check.expression());
		Written<CheckDefinition> written = new Written<>(
				"check(" + JavaText.literal(name) + ", " + JavaText.literal(condition) + ")",
				Definitions.check(name, condition));
		return (check.validity() == Validity.NOT_VALID) ? written.then("notValid()", CheckDefinition::notValid)
				: written;
	}

	@Override
	public Written<? extends ConstraintDefinition> visit(Exclusion exclusion) {
		String name = this.words.name(exclusion.name());
		String definition = exclusion.definition();
		return new Written<>("exclude(" + JavaText.literal(name) + ", " + JavaText.literal(definition) + ")",
				Definitions.exclude(name, definition));
	}

	Written<IndexDefinition> index(Index index) {
		boolean plain = index.elements()
			.stream()
			.allMatch((element) -> element.column() != null && !element.descending() && !element.nullsFirst());
		Written<IndexDefinition> written = plain ? columns(index) : elements(index);
		if (index.unique()) {
			written = written.then("unique()", IndexDefinition::unique);
		}
		if (!index.method().equalsIgnoreCase("btree")) {
			written = written.then("using(" + JavaText.literal(index.method()) + ")",
					(definition) -> definition.using(index.method()));
		}
		if (index.predicate() != null) {
			String predicate = this.words.expression(index.predicate());
			written = written.then("where(" + JavaText.literal(predicate) + ")",
					(definition) -> definition.where(predicate));
		}
		if (!index.include().isEmpty()) {
			List<String> include = this.words.names(index.include());
			written = written.then("including(" + JavaText.literals(include) + ")",
					(definition) -> definition.including(include.toArray(String[]::new)));
		}
		if (index.nullsNotDistinct()) {
			written = written.then("nullsNotDistinct()", IndexDefinition::nullsNotDistinct);
		}
		IndexDefinition unnamed = written.value();
		return named(written, index.name(), () -> unnamed.of(this.table).name(), IndexDefinition::named);
	}

	private Written<IndexDefinition> columns(Index index) {
		List<String> columns = this.words
			.names(index.elements().stream().map((element) -> String.valueOf(element.column())).toList());
		return new Written<>("index(" + JavaText.literals(columns) + ")",
				Definitions.index(columns.toArray(String[]::new)));
	}

	private Written<IndexDefinition> elements(Index index) {
		List<String> codes = new ArrayList<>();
		List<IndexElement> elements = new ArrayList<>();
		for (IndexElement element : index.elements()) {
			if (element.expression() != null) {
				String expression = this.words.expression(element.expression());
				codes.add("expression(" + JavaText.literal(expression) + ")");
				elements.add(Definitions.expression(expression));
			}
			else {
				String column = this.words.name(String.valueOf(element.column()));
				codes.add((element.descending() ? "descending(" : "ascending(") + JavaText.literal(column) + ")");
				elements.add(element.descending() ? Definitions.descending(column) : Definitions.ascending(column));
			}
		}
		return new Written<>("index(" + String.join(", ", codes) + ")",
				Definitions.index(elements.toArray(IndexElement[]::new)));
	}

	private <T extends ConstraintDefinition> Written<T> named(Written<T> written, String name,
			BiFunction<T, String, T> naming) {
		return named(written, name, () -> written.value().of(this.table).name(), naming);
	}

	private <T> Written<T> named(Written<T> written, String name, Supplier<String> implied,
			BiFunction<T, String, T> naming) {
		String own = this.words.name(name);
		return isImplied(own, implied) ? written
				: written.then("named(" + JavaText.literal(own) + ")", (definition) -> naming.apply(definition, own));
	}

	private static boolean isImplied(String name, Supplier<String> implied) {
		try {
			return implied.get().equals(name);
		}
		catch (MigrateException ex) {
			return false;
		}
	}

}
