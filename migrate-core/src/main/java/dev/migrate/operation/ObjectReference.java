package dev.migrate.operation;

import java.util.Comparator;
import java.util.Locale;

import dev.migrate.schema.ObjectKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.SchemaObject;

/**
 * The name of anything a schema holds, down to columns, constraints and indexes.
 *
 * @param kind what it is
 * @param name its name; of a column, constraint, index, trigger, policy or rule that of
 * its table
 * @param member its own name inside the table, a routine's arguments, a cast's target;
 * else empty
 */
public record ObjectReference(Kind kind, QualifiedName name, String member) implements Comparable<ObjectReference> {

	private static final Comparator<ObjectReference> ORDER = Comparator.comparing(ObjectReference::kind)
		.thenComparing(ObjectReference::name)
		.thenComparing(ObjectReference::member);

	/**
	 * Return the reference to an object with a name of its own.
	 * @param object the object
	 * @return the reference
	 */
	public static ObjectReference to(SchemaObject object) {
		ObjectKey key = object.key();
		return new ObjectReference(Kind.valueOf(key.kind().name()), key.name(), key.detail());
	}

	public static ObjectReference column(QualifiedName table, String column) {
		return new ObjectReference(Kind.COLUMN, table, column);
	}

	public static ObjectReference constraint(QualifiedName table, String constraint) {
		return new ObjectReference(Kind.CONSTRAINT, table, constraint);
	}

	public static ObjectReference index(QualifiedName table, String index) {
		return new ObjectReference(Kind.INDEX, table, index);
	}

	@Override
	public int compareTo(ObjectReference other) {
		return ORDER.compare(this, other);
	}

	/**
	 * Return kind and name for messages: not quoted, not for SQL.
	 */
	@Override
	public String toString() {
		String text = this.kind.words() + " " + this.name;
		return switch (this.kind) {
			case COLUMN -> text + "." + this.member;
			case CONSTRAINT, INDEX, TRIGGER, POLICY, RULE -> this.kind.words() + " " + this.member + " on " + this.name;
			case ROUTINE -> text + "(" + this.member + ")";
			case CAST -> text + " to " + this.member;
			default -> text;
		};
	}

	/**
	 * What a reference may point at.
	 */
	public enum Kind {

		/** A schema. */
		NAMESPACE,

		/** An extension. */
		EXTENSION,

		/** An enum type. */
		ENUM_TYPE,

		/** A composite type. */
		COMPOSITE_TYPE,

		/** A domain. */
		DOMAIN,

		/** A sequence. */
		SEQUENCE,

		/** A table. */
		TABLE,

		/** A view or materialized view. */
		VIEW,

		/** A function or procedure. */
		ROUTINE,

		/** A cast. */
		CAST,

		/** A trigger. */
		TRIGGER,

		/** A policy. */
		POLICY,

		/** A rule. */
		RULE,

		/** Another object. */
		OTHER,

		/** A column. */
		COLUMN,

		/** A constraint. */
		CONSTRAINT,

		/** An index. */
		INDEX;

		/**
		 * Return the kind as a user says it.
		 * @return one or two words in lower case
		 */
		public String words() {
			return (this == NAMESPACE) ? "schema" : name().toLowerCase(Locale.ROOT).replace('_', ' ');
		}

	}

}
