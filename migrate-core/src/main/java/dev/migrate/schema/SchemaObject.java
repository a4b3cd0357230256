package dev.migrate.schema;

import org.jspecify.annotations.Nullable;

/**
 * Anything that stands in a schema under a name of its own. What lives inside a table
 * (columns, constraints, indexes) is part of the table.
 */
public sealed interface SchemaObject permits Namespace, Extension, EnumType, CompositeType, Domain, Sequence, Table,
		View, Routine, Cast, Trigger, Policy, Rule, OtherObject {

	/**
	 * Return what tells this object from all others.
	 * @return the key
	 */
	ObjectKey key();

	/**
	 * Return the comment stored with the object.
	 * @return the comment, or null if there is none
	 */
	@Nullable String comment();

}
