package dev.migrate.schema;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which part of a database is read.
 *
 * @param schemas the schemas wanted; empty for all that are not the system's
 * @param leftOut tables, views and sequences that are not ours to see, with everything
 * that hangs on them
 */
public record SchemaScope(SortedSet<String> schemas, SortedSet<QualifiedName> leftOut) {

	public SchemaScope {
		schemas = Collections.unmodifiableSortedSet(new TreeSet<>(schemas));
		leftOut = Collections.unmodifiableSortedSet(new TreeSet<>(leftOut));
	}

	/**
	 * Return the scope of every schema that is not the system's.
	 * @return the scope
	 */
	public static SchemaScope everything() {
		return new SchemaScope(Collections.emptySortedSet(), Collections.emptySortedSet());
	}

	/**
	 * Return the scope of some schemas.
	 * @param schemas their names
	 * @return the scope
	 */
	public static SchemaScope of(String... schemas) {
		return new SchemaScope(new TreeSet<>(Arrays.asList(schemas)), Collections.emptySortedSet());
	}

	/**
	 * Return this scope less some relations.
	 * @param names their names
	 * @return the scope
	 */
	public SchemaScope leavingOut(Collection<QualifiedName> names) {
		SortedSet<QualifiedName> all = new TreeSet<>(this.leftOut);
		all.addAll(names);
		return new SchemaScope(this.schemas, all);
	}

}
