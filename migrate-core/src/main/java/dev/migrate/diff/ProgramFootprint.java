package dev.migrate.diff;

import java.util.SortedSet;
import java.util.TreeSet;

import dev.migrate.operation.ExpressionText;
import dev.migrate.schema.Cast;
import dev.migrate.schema.CompositeType;
import dev.migrate.schema.Extension;
import dev.migrate.schema.ObjectKind;
import dev.migrate.schema.OtherObject;
import dev.migrate.schema.Policy;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Routine;
import dev.migrate.schema.Rule;
import dev.migrate.schema.SchemaObject;
import dev.migrate.schema.Trigger;
import dev.migrate.schema.View;

/**
 * What an object depends on that is known by its text: every word in it may be the name
 * of something.
 *
 * @param object the object
 * @param phase where it stands if nothing else decides
 * @param parts what it speaks of
 */
record ProgramFootprint(SchemaObject object, int phase, SortedSet<String> parts) {

	static ProgramFootprint of(SchemaObject object, int phase) {
		SortedSet<String> parts = new TreeSet<>();
		QualifiedName name = object.key().name();
		if (!name.schema().isEmpty()) {
			parts.add(Footprint.schema(name.schema()));
		}
		if (object instanceof View view) {
			view.uses().forEach((used) -> {
				parts.add(Footprint.relation(used));
				new ExpressionText(view.definition()).names()
					.forEach((column) -> parts.add(Footprint.column(used, column)));
			});
			words(view.definition(), parts);
		}
		else if (object instanceof Trigger trigger) {
			on(trigger.relation(), trigger.definition(), parts);
		}
		else if (object instanceof Rule rule) {
			on(rule.relation(), rule.definition(), parts);
		}
		else if (object instanceof Policy policy) {
			on(policy.table(), policy.definition(), parts);
		}
		else if (object instanceof Routine routine) {
			words(routine.definition(), parts);
		}
		else if (object instanceof Cast cast) {
			words(cast.definition(), parts);
		}
		else if (object instanceof CompositeType type) {
			type.attributes().forEach((attribute) -> parts.addAll(Footprint.partsOf(attribute)));
		}
		else if (object instanceof OtherObject other && other.definition() != null) {
			words(other.definition(), parts);
		}
		else if (object instanceof Extension extension) {
			parts.add(Footprint.schema(extension.schema()));
		}
		return new ProgramFootprint(object, phase, parts);
	}

	private static void on(QualifiedName relation, String definition, SortedSet<String> parts) {
		parts.add(Footprint.relation(relation));
		new ExpressionText(definition).names().forEach((column) -> parts.add(Footprint.column(relation, column)));
		words(definition, parts);
	}

	private static void words(String definition, SortedSet<String> parts) {
		new ExpressionText(definition).names().forEach((word) -> parts.add("word " + word));
	}

	private Footprint whole(int at, boolean comes) {
		Footprint footprint = Footprint.at(at);
		SortedSet<String> things = comes ? footprint.brings() : footprint.removes();
		QualifiedName name = this.object.key().name();
		things.add(Footprint.object(this.object));
		if (this.object instanceof View) {
			things.add(Footprint.relation(name));
		}
		if (this.object instanceof CompositeType) {
			things.add(Footprint.type(name));
		}
		ObjectKind kind = this.object.key().kind();
		if (kind == ObjectKind.ROUTINE || kind == ObjectKind.COMPOSITE_TYPE || kind == ObjectKind.OTHER) {
			things.add("word " + name.name());
		}
		this.parts.removeAll(things);
		return footprint;
	}

	/**
	 * Views come before routines, and what hangs on tables, views and routines after
	 * them.
	 */
	private int rank() {
		return switch (this.object.key().kind()) {
			case VIEW -> 1;
			case ROUTINE -> 2;
			case TRIGGER, POLICY, RULE -> 3;
			default -> 0;
		};
	}

	/**
	 * Extensions and types come before the tables that may use them.
	 */
	Footprint created() {
		int at = switch (this.object.key().kind()) {
			case EXTENSION -> 1;
			case COMPOSITE_TYPE -> 30;
			case CAST -> 31;
			default -> this.phase + rank();
		};
		return whole(at, true).needAll(this.parts);
	}

	Footprint dropped() {
		int at = switch (this.object.key().kind()) {
			case EXTENSION -> 97;
			case COMPOSITE_TYPE -> 95;
			default -> this.phase - rank();
		};
		return whole(at, false).freeAll(this.parts);
	}

}
