package dev.migrate.diff;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a person has answered. Names are as a person types them: {@code table} or
 * {@code table.column}, the schema in front only where it is not the current one, letter
 * case of no account where it leaves no doubt.
 *
 * @param renames new names by old: {@code students.surname} to {@code last_name},
 * {@code students} to {@code pupils}
 * @param drops columns and tables that are really to be dropped
 * @param fills the SQL expression that existing rows get, by column
 */
public record Answers(SortedMap<String, String> renames, SortedSet<String> drops, SortedMap<String, String> fills) {

	/**
	 * No answer to anything.
	 */
	public static final Answers NONE = new Answers(Collections.emptySortedMap(), Collections.emptySortedSet(),
			Collections.emptySortedMap());

	public Answers {
		renames = Collections.unmodifiableSortedMap(new TreeMap<>(renames));
		drops = Collections.unmodifiableSortedSet(new TreeSet<>(drops));
		fills = Collections.unmodifiableSortedMap(new TreeMap<>(fills));
	}

}
