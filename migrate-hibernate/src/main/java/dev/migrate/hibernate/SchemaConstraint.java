package dev.migrate.hibernate;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A constraint or index of a table.
 *
 * @param kind which one
 * @param name as the server stores it, or would choose it
 * @param explicitName whether the mapping names it
 * @param columns stored names; empty for an expression
 * @param path the attribute
 * @param sql the statement of its own that makes it, or null when the table's does
 */
record SchemaConstraint(MappedObject.Kind kind, String name, boolean explicitName, List<String> columns, String path,
		@Nullable String sql) {

	SchemaConstraint {
		columns = List.copyOf(columns);
	}

}
