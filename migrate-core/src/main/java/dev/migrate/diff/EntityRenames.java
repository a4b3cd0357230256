package dev.migrate.diff;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

import dev.migrate.schema.QualifiedName;

/**
 * The entities whose class has another name now, and the collections whose attribute has,
 * known by their tables. What was made for the old name is there for the new one.
 */
final class EntityRenames {

	private final Mapping before;

	private final Mapping after;

	private final Set<String> tablesBefore;

	private final Set<String> tablesAfter;

	private final Map<String, String> newNames = new HashMap<>();

	EntityRenames(Mapping before, Mapping after) {
		this.before = before;
		this.after = after;
		this.tablesBefore = tables(before);
		this.tablesAfter = tables(after);
	}

	/** A table of a collection has a column for its elements. */
	private static Set<String> tables(Mapping mapping) {
		Set<String> tables = new HashSet<>();
		for (MappedName name : mapping.names()) {
			if (name.kind() == MappedName.Kind.TABLE && isEntity(name.path())) {
				tables.add(name.path());
			}
			int element = (name.path() + ".").indexOf(".element.");
			if (name.kind() == MappedName.Kind.COLUMN && element > 0) {
				tables.add(name.path().substring(0, element));
			}
		}
		return tables;
	}

	private static boolean isEntity(String path) {
		return path.indexOf('.') < 0;
	}

	/**
	 * Learn from a table that both sides have, perhaps by different names.
	 */
	void learn(QualifiedName from, QualifiedName to) {
		SortedSet<String> old = gone(this.before.paths(MappedName.Kind.TABLE, from), this.tablesBefore,
				this.tablesAfter);
		SortedSet<String> come = gone(this.after.paths(MappedName.Kind.TABLE, to), this.tablesAfter, this.tablesBefore);
		if (old.size() == 1 && come.size() == 1 && isEntity(old.first()) == isEntity(come.first())) {
			this.newNames.put(old.first(), come.first());
		}
	}

	private static SortedSet<String> gone(SortedSet<String> paths, Set<String> known, Set<String> others) {
		SortedSet<String> gone = new TreeSet<>(paths);
		gone.removeIf((path) -> !known.contains(path) || others.contains(path));
		return gone;
	}

	/**
	 * Return a path of before as it is written now.
	 */
	String path(String path) {
		if (this.newNames.isEmpty()) {
			return path;
		}
		for (int end = path.length(); end > 0; end = path.lastIndexOf('.', end - 1)) {
			String newName = this.newNames.get(path.substring(0, end));
			if (newName != null) {
				return newName + path.substring(end);
			}
		}
		return path;
	}

}
