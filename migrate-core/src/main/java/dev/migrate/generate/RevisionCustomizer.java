package dev.migrate.generate;

/**
 * Changes what {@code db migrate} writes: adds a grant to every new table, moves an
 * operation, takes one out. It sees the operations that the comparison found, with those
 * that take them back, and what it returns is proven and written. It is asked once
 * nothing is left to be answered, and only if there is something to write.
 * <p>
 * The upgrade must still lead to what the entities want. What is never to be written at
 * all is a matter for a {@link dev.migrate.diff.SchemaFilter}.
 */
@FunctionalInterface
public interface RevisionCustomizer {

	/**
	 * Change a revision.
	 * @param revision what is to be written, as earlier customizers left it
	 * @return what is to be written instead
	 */
	RevisionOperations customize(RevisionOperations revision);

}
