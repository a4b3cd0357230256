package dev.migrate.diff;

import dev.migrate.operation.ObjectReference;
import dev.migrate.schema.QualifiedName;

/**
 * Says what is left alone: neither created, changed nor dropped, whatever entities,
 * revisions and the live schema say about it. It is asked about every object of both
 * sides of a comparison; what it refuses on one side takes no part on either. What can't
 * be without a refused object is left alone with it: the triggers of a table, the
 * constraints and indexes of a column.
 */
@FunctionalInterface
public interface SchemaFilter {

	/**
	 * Decide about an object. The same question must get the same answer.
	 * @param candidate the object
	 * @return false if it is left alone
	 */
	boolean includes(Candidate candidate);

	/**
	 * An object that may take part in a comparison.
	 *
	 * @param kind what it is
	 * @param name its name as the catalogue stores it; of a column, constraint, index,
	 * trigger, policy or rule that of its table
	 * @param member its own name inside the table, a routine's arguments, a cast's
	 * target; else empty
	 * @param origin who asks for it
	 */
	record Candidate(ObjectReference.Kind kind, QualifiedName name, String member, Origin origin) {
	}

	/**
	 * Where an object was seen.
	 */
	enum Origin {

		/** The schema that the entities want. */
		ENTITIES,

		/** The schema that revisions build. */
		REVISIONS,

		/** The live schema. */
		DATABASE

	}

}
