package dev.migrate.diff;

import java.util.List;

import dev.migrate.operation.ObjectReference;

/**
 * What takes part in a comparison. All else is left alone on both sides.
 *
 * @param patterns the names that are compared
 * @param filters each may refuse any object
 * @param actual where the actual side was seen
 * @param desired where the desired side was seen
 */
public record Boundary(NamePatterns patterns, List<SchemaFilter> filters, SchemaFilter.Origin actual,
		SchemaFilter.Origin desired) {

	/**
	 * Everything takes part.
	 */
	public static final Boundary NONE = new Boundary(NamePatterns.ALL, List.of(), SchemaFilter.Origin.REVISIONS,
			SchemaFilter.Origin.REVISIONS);

	public Boundary {
		filters = List.copyOf(filters);
	}

	boolean isOpen() {
		return this.patterns.isEmpty() && this.filters.isEmpty();
	}

	boolean refuses(ObjectReference object, SchemaFilter.Origin origin) {
		SchemaFilter.Candidate candidate = new SchemaFilter.Candidate(object.kind(), object.name(), object.member(),
				origin);
		return this.filters.stream().anyMatch((filter) -> !filter.includes(candidate));
	}

}
