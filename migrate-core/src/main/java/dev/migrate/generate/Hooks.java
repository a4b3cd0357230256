package dev.migrate.generate;

import java.util.List;

import dev.migrate.diff.Boundary;
import dev.migrate.diff.NamePatterns;
import dev.migrate.diff.SchemaFilter;

/**
 * What an application says about comparing and writing.
 *
 * @param patterns the names that are compared
 * @param filters each may refuse any object
 * @param customizers each may change what is written, in their order
 */
public record Hooks(NamePatterns patterns, List<SchemaFilter> filters, List<RevisionCustomizer> customizers) {

	/**
	 * Nothing is said.
	 */
	public static final Hooks NONE = new Hooks(NamePatterns.ALL, List.of(), List.of());

	public Hooks {
		filters = List.copyOf(filters);
		customizers = List.copyOf(customizers);
	}

	Boundary boundary(SchemaFilter.Origin actual, SchemaFilter.Origin desired) {
		return new Boundary(this.patterns, this.filters, actual, desired);
	}

	RevisionOperations customize(RevisionOperations revision) {
		RevisionOperations customized = revision;
		for (RevisionCustomizer customizer : this.customizers) {
			customized = customizer.customize(customized);
		}
		return customized;
	}

}
