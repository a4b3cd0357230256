package dev.migrate.diff;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

import dev.migrate.schema.QualifiedName;

/**
 * The entities whose class has another name now, known by their tables. What was made for
 * attributes of the old class is there for those of the new one.
 */
final class EntityRenames {

	private final Mapping before;

	private final Mapping after;

	private final Set<String> entitiesBefore;

	private final Set<String> entitiesAfter;

	private final Map<String, String> newNames = new HashMap<>();

	EntityRenames(Mapping before, Mapping after) {
		this.before = before;
		this.after = after;
		this.entitiesBefore = entities(before);
		this.entitiesAfter = entities(after);
	}

	private static Set<String> entities(Mapping mapping) {
		Set<String> entities = new HashSet<>();
		for (MappedName name : mapping.names()) {
			if (name.kind() == MappedName.Kind.TABLE && isEntity(name.path())) {
				entities.add(name.path());
			}
		}
		return entities;
	}

	private static boolean isEntity(String path) {
		return path.indexOf('.') < 0;
	}

	/**
	 * Learn from a table that both sides have, perhaps by different names.
	 */
	void learn(QualifiedName from, QualifiedName to) {
		SortedSet<String> old = gone(this.before.paths(MappedName.Kind.TABLE, from), this.entitiesAfter);
		SortedSet<String> come = gone(this.after.paths(MappedName.Kind.TABLE, to), this.entitiesBefore);
		if (old.size() == 1 && come.size() == 1) {
			this.newNames.put(old.first(), come.first());
		}
	}

	private static SortedSet<String> gone(SortedSet<String> paths, Set<String> others) {
		SortedSet<String> gone = new TreeSet<>(paths);
		gone.removeIf((path) -> !isEntity(path) || others.contains(path));
		return gone;
	}

	/**
	 * Return a path of before as it is written now.
	 */
	String path(String path) {
		if (this.newNames.isEmpty()) {
			return path;
		}
		int end = isEntity(path) ? path.length() : path.indexOf('.');
		String newName = this.newNames.get(path.substring(0, end));
		return (newName != null) ? newName + path.substring(end) : path;
	}

}
