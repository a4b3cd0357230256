package dev.migrate.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Tables so that each stands after those that it refers to.
 */
public final class ForeignKeyOrder {

	private ForeignKeyOrder() {
	}

	/**
	 * Put tables in order. Where foreign keys run in a circle, the table with the fewest
	 * references to those that are still to come is first.
	 * @param tables the tables; references to others don't count
	 * @return all of them, the same for the same tables every time
	 */
	public static List<Table> of(Collection<Table> tables) {
		Map<QualifiedName, Table> open = new HashMap<>();
		tables.forEach((table) -> open.put(table.name(), table));
		Map<QualifiedName, Place> places = new HashMap<>();
		Map<QualifiedName, List<QualifiedName>> referring = new HashMap<>();
		for (Table table : open.values()) {
			int references = 0;
			for (ForeignKey key : table.foreignKeys()) {
				if (!key.target().equals(table.name()) && open.containsKey(key.target())) {
					references++;
					referring.computeIfAbsent(key.target(), (target) -> new ArrayList<>()).add(table.name());
				}
			}
			places.put(table.name(), new Place(references, table.name()));
		}
		SortedSet<Place> waiting = new TreeSet<>(places.values());
		List<Table> ordered = new ArrayList<>();
		while (!waiting.isEmpty()) {
			Place next = waiting.first();
			waiting.remove(next);
			Table table = open.remove(next.name);
			ordered.add(Objects.requireNonNull(table, "a table that waits"));
			for (QualifiedName name : referring.getOrDefault(next.name, List.of())) {
				Place before = Objects.requireNonNull(places.get(name), "a table that refers");
				if (waiting.remove(before)) {
					Place after = new Place(before.references - 1, name);
					places.put(name, after);
					waiting.add(after);
				}
			}
		}
		return ordered;
	}

	/**
	 * Where a table stands in the queue.
	 *
	 * @param references how many to tables that are still to come
	 * @param name of the table
	 */
	private record Place(int references, QualifiedName name) implements Comparable<Place> {

		private static final Comparator<Place> ORDER = Comparator.comparingInt(Place::references)
			.thenComparing(Place::name);

		@Override
		public int compareTo(Place other) {
			return ORDER.compare(this, other);
		}

	}

}
