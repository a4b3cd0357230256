package dev.migrate.schema;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * A view or materialized view.
 *
 * @param name the name
 * @param materialized whether its rows are stored
 * @param definition the query in the server's words, without a semicolon
 * @param options what WITH holds ({@code security_barrier=true}), sorted
 * @param indexes the indexes of a materialized view, sorted by name
 * @param uses the tables, views and sequences that its query reads
 * @param columnComments the comments of its columns, by column
 * @param comment the comment, or null if there is none
 */
public record View(QualifiedName name, boolean materialized, String definition, List<String> options,
		List<Index> indexes, SortedSet<QualifiedName> uses, SortedMap<String, String> columnComments,
		@Nullable String comment) implements SchemaObject {

	public View {
		options = options.stream().sorted().toList();
		indexes = Table.sorted(indexes);
		uses = Collections.unmodifiableSortedSet(new TreeSet<>(uses));
		columnComments = Collections.unmodifiableSortedMap(new TreeMap<>(columnComments));
	}

	@Override
	public ObjectKey key() {
		return ObjectKey.of(ObjectKind.VIEW, this.name);
	}

}
