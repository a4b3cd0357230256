package dev.migrate.schema;

import java.util.Comparator;

/**
 * What stands inside a table under a name of its own.
 */
interface TablePart {

	Comparator<TablePart> BY_NAME = Comparator.comparing(TablePart::name);

	String name();

}
