package dev.migrate.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

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
		SortedMap<QualifiedName, Table> open = new TreeMap<>();
		tables.forEach((table) -> open.put(table.name(), table));
		List<Table> ordered = new ArrayList<>();
		while (!open.isEmpty()) {
			Table next = open.values().iterator().next();
			long fewest = Long.MAX_VALUE;
			for (Table table : open.values()) {
				long references = table.foreignKeys()
					.stream()
					.filter((key) -> !key.target().equals(table.name()) && open.containsKey(key.target()))
					.count();
				if (references < fewest) {
					fewest = references;
					next = table;
				}
			}
			ordered.add(next);
			open.remove(next.name());
		}
		return ordered;
	}

}
