package dev.migrate.lint;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import dev.migrate.ddl.ConstraintDefinition;
import dev.migrate.ddl.Name;
import dev.migrate.lint.Progress.Part;
import dev.migrate.schema.QualifiedName;

/**
 * What the revisions that were looked at have said of NULL, in which columns a check has
 * forbidden it, and which tables they have renamed. Where no database shows it, this is
 * all that is known.
 */
final class Memory {

	private final Map<Part, Part> unproven = new HashMap<>();

	private final Set<Part> proven = new HashSet<>();

	private final Map<QualifiedName, QualifiedName> origins = new HashMap<>();

	/** Remember that a table that was there has another name now. */
	void moved(QualifiedName from, QualifiedName to) {
		this.origins.put(to, origin(from));
	}

	/** The name that a table had before the first revision that was looked at. */
	QualifiedName origin(QualifiedName table) {
		return this.origins.getOrDefault(table, table);
	}

	void added(QualifiedName table, ConstraintDefinition constraint) {
		Name name = constraint.name();
		Name column = constraint.notNullColumn();
		if (column == null) {
			return;
		}
		if (constraint.proven()) {
			this.proven.add(new Part(table, column.own()));
		}
		else if (name != null) {
			this.unproven.put(new Part(table, name.own()), new Part(table, column.own()));
		}
	}

	void validated(QualifiedName table, String constraint) {
		Part column = this.unproven.get(new Part(table, constraint));
		if (column != null) {
			this.proven.add(column);
		}
	}

	boolean proves(QualifiedName table, String column) {
		return this.proven.contains(new Part(table, column));
	}

}
