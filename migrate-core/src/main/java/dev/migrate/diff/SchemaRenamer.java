package dev.migrate.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.SortedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrate.operation.ExpressionText;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnName;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Domain;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Exclusion;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexElement;
import dev.migrate.schema.Policy;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Rule;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaObject;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import dev.migrate.schema.Trigger;
import dev.migrate.schema.UniqueConstraint;
import dev.migrate.schema.View;
import org.jspecify.annotations.Nullable;

/**
 * Says what a schema looks like after renames, as the server itself carries them through
 * keys and expressions.
 */
final class SchemaRenamer {

	private final Renames renames;

	private final SortedMap<String, String> bareNames = new TreeMap<>();

	SchemaRenamer(Renames renames) {
		this.renames = renames;
		for (SortedMap<QualifiedName, QualifiedName> group : List.of(renames.sequences(), renames.types())) {
			group.forEach((from, to) -> this.bareNames.put(from.name(), to.name()));
		}
	}

	Schema rename(Schema schema) {
		List<SchemaObject> renamed = new ArrayList<>();
		schema.objects().values().forEach((object) -> renamed.add(renamed(object)));
		return Schema.of(renamed);
	}

	private SchemaObject renamed(SchemaObject object) {
		if (object instanceof Table table) {
			return table(table);
		}
		if (object instanceof Sequence sequence) {
			ColumnName owner = sequence.ownedBy();
			return new Sequence(this.renames.sequences().getOrDefault(sequence.name(), sequence.name()),
					sequence.options(), (owner != null) ? owner(owner) : null, sequence.unlogged(), sequence.comment());
		}
		if (object instanceof EnumType type) {
			return new EnumType(type(type.name()), labels(type), type.comment());
		}
		if (object instanceof Domain domain) {
			return new Domain(type(domain.name()), domain.type(), domain.nullable(), domain.collation(),
					domain.defaultExpression(), domain.checks(), domain.comment());
		}
		if (object instanceof View view) {
			SortedSet<QualifiedName> uses = new TreeSet<>();
			view.uses().forEach((used) -> uses.add(this.renames.table(used)));
			return new View(view.name(), view.materialized(), view.definition(), view.options(), view.indexes(), uses,
					view.columnComments(), view.comment());
		}
		if (object instanceof Trigger trigger) {
			return new Trigger(this.renames.table(trigger.relation()), trigger.name(), trigger.definition(),
					trigger.enabled(), trigger.comment());
		}
		if (object instanceof Policy policy) {
			return new Policy(this.renames.table(policy.table()), policy.name(), policy.definition(), policy.comment());
		}
		if (object instanceof Rule rule) {
			return new Rule(this.renames.table(rule.relation()), rule.name(), rule.definition(), rule.enabled(),
					rule.comment());
		}
		return object;
	}

	private ColumnName owner(ColumnName owner) {
		return new ColumnName(this.renames.table(owner.table()), column(owner.table(), owner.column()));
	}

	private QualifiedName type(QualifiedName name) {
		return this.renames.types().getOrDefault(name, name);
	}

	private List<String> labels(EnumType type) {
		SortedMap<String, String> names = this.renames.labels().getOrDefault(type(type.name()), new TreeMap<>());
		return type.labels().stream().map((label) -> names.getOrDefault(label, label)).toList();
	}

	private String column(QualifiedName table, String column) {
		return this.renames.columnsOf(table).getOrDefault(column, column);
	}

	private List<String> columns(QualifiedName table, List<String> columns) {
		return columns.stream().map((column) -> column(table, column)).toList();
	}

	private Table table(Table table) {
		QualifiedName name = table.name();
		SortedSet<String> gone = this.renames.displacedIn(name);
		SortedMap<String, String> words = new TreeMap<>(this.bareNames);
		words.putAll(this.renames.columnsOf(name));
		PrimaryKey key = table.primaryKey();
		boolean keyGone = key != null && gone.stream().anyMatch(key.columns()::contains);
		return table.withName(this.renames.table(name))
			.withColumns(table.columns()
				.stream()
				.filter((column) -> !gone.contains(column.name()))
				.map((column) -> column(column, name, words))
				.toList())
			.withPrimaryKey((key == null || keyGone) ? null
					: new PrimaryKey(key.name(), columns(name, key.columns()), columns(name, key.include()),
							key.deferral(), key.comment()))
			.withUniqueConstraints(table.uniqueConstraints()
				.stream()
				.filter((unique) -> gone.stream().noneMatch(unique.columns()::contains))
				.map((unique) -> new UniqueConstraint(unique.name(), columns(name, unique.columns()),
						columns(name, unique.include()), unique.nullsNotDistinct(), unique.deferral(),
						unique.comment()))
				.toList())
			.withIndexes(table.indexes()
				.stream()
				.filter((index) -> gone.stream().noneMatch((column) -> ColumnUse.uses(index, column)))
				.map((index) -> index(index, name, words))
				.toList())
			.withForeignKeys(table.foreignKeys()
				.stream()
				.filter((foreignKey) -> gone.stream().noneMatch(foreignKey.columns()::contains))
				.map((foreignKey) -> foreignKey(foreignKey, name))
				.toList())
			.withChecks(table.checks()
				.stream()
				.filter((check) -> gone.stream().noneMatch((column) -> ColumnUse.speaks(check.expression(), column)))
				.map((check) -> new Check(check.name(), text(check.expression(), words), check.noInherit(),
						check.validity(), check.comment()))
				.toList())
			.withExclusions(table.exclusions()
				.stream()
				.filter((exclusion) -> gone.stream()
					.noneMatch((column) -> ColumnUse.speaks(exclusion.definition(), column)))
				.map((exclusion) -> new Exclusion(exclusion.name(), text(exclusion.definition(), words),
						exclusion.comment()))
				.toList());
	}

	private Column column(Column column, QualifiedName table, SortedMap<String, String> words) {
		Generated generated = column.generated();
		ColumnType type = column.type();
		QualifiedName definedBy = type.definedBy();
		if (definedBy != null && !type(definedBy).equals(definedBy)) {
			type = new ColumnType(text(type.sql(), this.bareNames), type(definedBy));
		}
		return new Column(column(table, column.name()), type, column.nullable(), column.collation(),
				defaultText(column.defaultExpression()), column.identity(),
				(generated != null) ? new Generated(text(generated.expression(), words), generated.stored()) : null,
				column.comment());
	}

	/**
	 * A sequence's name stands inside a literal in a default.
	 */
	private @Nullable String defaultText(@Nullable String expression) {
		if (expression == null) {
			return null;
		}
		String text = text(expression, this.bareNames);
		if (text.startsWith("nextval('")) {
			int end = text.indexOf('\'', "nextval('".length());
			String inside = text.substring("nextval('".length(), end);
			return "nextval('" + text(inside, this.bareNames) + text.substring(end);
		}
		return text;
	}

	private Index index(Index index, QualifiedName table, SortedMap<String, String> words) {
		List<IndexElement> elements = index.elements()
			.stream()
			.map((element) -> new IndexElement((element.column() != null) ? column(table, element.column()) : null,
					(element.expression() != null) ? text(element.expression(), words) : null, element.descending(),
					element.nullsFirst(), element.operatorClass(), element.collation()))
			.toList();
		return new Index(index.name(), index.unique(), index.method(), elements, columns(table, index.include()),
				(index.predicate() != null) ? text(index.predicate(), words) : null, index.nullsNotDistinct(),
				index.valid(), index.comment());
	}

	private ForeignKey foreignKey(ForeignKey key, QualifiedName table) {
		return new ForeignKey(key.name(), columns(table, key.columns()), this.renames.table(key.target()),
				columns(key.target(), key.targetColumns()), key.onDelete(), key.onUpdate(),
				columns(table, key.onDeleteColumns()), key.matchFull(), key.deferral(), key.validity(), key.comment());
	}

	private String text(String expression, SortedMap<String, String> words) {
		String text = new ExpressionText(expression).renamed(words);
		for (Map.Entry<QualifiedName, SortedMap<String, String>> type : this.renames.labels().entrySet()) {
			for (Map.Entry<String, String> label : type.getValue().entrySet()) {
				text = labelled(text, type.getKey(), label.getKey(), label.getValue());
			}
		}
		return text;
	}

	private static String labelled(String text, QualifiedName type, String from, String to) {
		Pattern literal = Pattern.compile(Pattern.quote(quoted(from)) + "(::(?:\"?" + Pattern.quote(type.schema())
				+ "\"?\\.)?\"?" + Pattern.quote(type.name()) + "\"?)(?![\\w$])");
		return literal.matcher(text).replaceAll(Matcher.quoteReplacement(quoted(to)) + "$1");
	}

	private static String quoted(String label) {
		return "'" + label.replace("'", "''") + "'";
	}

}
