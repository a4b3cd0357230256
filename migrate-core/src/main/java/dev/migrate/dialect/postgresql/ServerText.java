package dev.migrate.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

import dev.migrate.dialect.Definitions;
import dev.migrate.dialect.SqlWords;
import dev.migrate.schema.Cast;
import dev.migrate.schema.CompositeType;
import dev.migrate.schema.Extension;
import dev.migrate.schema.Firing;
import dev.migrate.schema.Index;
import dev.migrate.schema.OtherObject;
import dev.migrate.schema.Policy;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Routine;
import dev.migrate.schema.Rule;
import dev.migrate.schema.SchemaObject;
import dev.migrate.schema.Trigger;
import dev.migrate.schema.View;

/**
 * Creates and drops what is known by the server's text.
 */
final class ServerText {

	private final SqlWords words;

	private final Definitions definitions;

	private final BiFunction<QualifiedName, Index, List<String>> indexes;

	ServerText(SqlWords words, Definitions definitions, BiFunction<QualifiedName, Index, List<String>> indexes) {
		this.words = words;
		this.definitions = definitions;
		this.indexes = indexes;
	}

	List<String> create(SchemaObject object) {
		if (object instanceof View view) {
			return createView(view);
		}
		if (object instanceof Extension extension) {
			String name = this.words.name(extension.name());
			return List.of(extension.schema().equals("pg_catalog") ? "CREATE EXTENSION " + name
					: "CREATE EXTENSION " + name + " SCHEMA " + this.words.name(extension.schema()));
		}
		if (object instanceof CompositeType type) {
			return List.of("CREATE TYPE " + this.words.name(type.name()) + " AS ("
					+ type.attributes()
						.stream()
						.map((attribute) -> this.definitions.columnBase(attribute))
						.collect(Collectors.joining(", "))
					+ ")");
		}
		if (object instanceof Routine routine) {
			return List.of(routine.definition().strip());
		}
		if (object instanceof Cast cast) {
			return List.of(this.words.local(cast.definition()));
		}
		if (object instanceof Trigger trigger) {
			return fired(trigger.definition(), trigger.enabled(), "TRIGGER " + this.words.name(trigger.name()),
					trigger.relation());
		}
		if (object instanceof Rule rule) {
			return fired(rule.definition(), rule.enabled(), "RULE " + this.words.name(rule.name()), rule.relation());
		}
		if (object instanceof Policy policy) {
			return List.of(policy.definition());
		}
		if (object instanceof OtherObject other && other.definition() != null) {
			return List.of(other.definition());
		}
		throw new IllegalArgumentException("no text is known for " + object.key());
	}

	private List<String> createView(View view) {
		List<String> statements = new ArrayList<>();
		String options = view.options().isEmpty() ? "" : " WITH (" + String.join(", ", view.options()) + ")";
		statements.add("CREATE " + (view.materialized() ? "MATERIALIZED VIEW " : "VIEW ") + this.words.name(view.name())
				+ options + " AS\n" + view.definition().stripTrailing());
		view.indexes().forEach((index) -> statements.addAll(this.indexes.apply(view.name(), index)));
		view.columnComments()
			.forEach((column, comment) -> statements.add("COMMENT ON COLUMN " + this.words.name(view.name()) + "."
					+ this.words.name(column) + " IS " + this.words.literal(comment)));
		return statements;
	}

	private List<String> fired(String definition, Firing enabled, String what, QualifiedName relation) {
		String word = switch (enabled) {
			case ENABLED -> "";
			case DISABLED -> "DISABLE ";
			case REPLICA -> "ENABLE REPLICA ";
			case ALWAYS -> "ENABLE ALWAYS ";
		};
		String create = definition.strip().replaceAll(";$", "");
		return word.isEmpty() ? List.of(create)
				: List.of(create, "ALTER TABLE " + this.words.name(relation) + " " + word + what);
	}

	String drop(SchemaObject object) {
		QualifiedName name = object.key().name();
		if (object instanceof View view) {
			return "DROP " + (view.materialized() ? "MATERIALIZED VIEW " : "VIEW ") + this.words.name(name);
		}
		if (object instanceof Extension extension) {
			return "DROP EXTENSION " + this.words.name(extension.name());
		}
		if (object instanceof CompositeType) {
			return "DROP TYPE " + this.words.name(name);
		}
		if (object instanceof Routine routine) {
			return "DROP " + (routine.procedure() ? "PROCEDURE " : "FUNCTION ") + this.words.name(name) + "("
					+ routine.identityArguments() + ")";
		}
		if (object instanceof Cast cast) {
			return this.words.local("DROP CAST (" + cast.sourceType() + " AS " + cast.targetType() + ")");
		}
		String kind = object.key().kind().name();
		if (object instanceof OtherObject other) {
			return "DROP " + other.type().toUpperCase(Locale.ROOT) + " " + this.words.name(name);
		}
		return "DROP " + kind + " " + this.words.name(object.key().detail()) + " ON " + this.words.name(name);
	}

}
