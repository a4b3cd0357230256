package dev.migrate.diff;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.migrate.operation.ServerNames;

/**
 * What a comparison has to know besides the two schemas.
 *
 * @param actualMapping what on the actual side was made for the entities
 * @param desiredMapping what on the desired side is for which attribute
 * @param ownership what may be dropped
 * @param serverNames how the database names what nobody named
 * @param currentSchema the schema that questions leave out and that is never dropped
 * @param schemaNames the actual side's schema names by the desired side's, where they
 * differ
 * @param answers what has been answered already
 * @param boundary what takes part
 */
public record ComparisonRules(Mapping actualMapping, Mapping desiredMapping, Ownership ownership,
		ServerNames serverNames, String currentSchema, SortedMap<String, String> schemaNames, Answers answers,
		Boundary boundary) {

	public ComparisonRules {
		schemaNames = Collections.unmodifiableSortedMap(new TreeMap<>(schemaNames));
	}

	/**
	 * Return the rules for two schemas that should be the same in everything.
	 * @param serverNames how the database names what nobody named
	 * @param currentSchema the schema that is never dropped
	 * @return the rules
	 */
	public static ComparisonRules exact(ServerNames serverNames, String currentSchema) {
		return new ComparisonRules(Mapping.NONE, Mapping.NONE, Ownership.EVERYTHING, serverNames, currentSchema,
				Collections.emptySortedMap(), Answers.NONE, Boundary.NONE);
	}

	/**
	 * Return the rules for entities: only what was made for them is dropped.
	 * @param actualMapping what on the actual side was made for the entities
	 * @param desiredMapping what on the desired side is for which attribute
	 * @param serverNames how the database names what nobody named
	 * @param currentSchema the schema that unqualified names go to
	 * @return the rules
	 */
	public static ComparisonRules mapped(Mapping actualMapping, Mapping desiredMapping, ServerNames serverNames,
			String currentSchema) {
		return new ComparisonRules(actualMapping, desiredMapping, Ownership.MAPPED, serverNames, currentSchema,
				Collections.emptySortedMap(), Answers.NONE, Boundary.NONE);
	}

	public ComparisonRules withAnswers(Answers newAnswers) {
		return new ComparisonRules(this.actualMapping, this.desiredMapping, this.ownership, this.serverNames,
				this.currentSchema, this.schemaNames, newAnswers, this.boundary);
	}

	public ComparisonRules withOwnership(Ownership newOwnership) {
		return new ComparisonRules(this.actualMapping, this.desiredMapping, newOwnership, this.serverNames,
				this.currentSchema, this.schemaNames, this.answers, this.boundary);
	}

	public ComparisonRules withSchemaNames(SortedMap<String, String> newSchemaNames) {
		return new ComparisonRules(this.actualMapping, this.desiredMapping, this.ownership, this.serverNames,
				this.currentSchema, newSchemaNames, this.answers, this.boundary);
	}

	public ComparisonRules withBoundary(Boundary newBoundary) {
		return new ComparisonRules(this.actualMapping, this.desiredMapping, this.ownership, this.serverNames,
				this.currentSchema, this.schemaNames, this.answers, newBoundary);
	}

	ComparisonRules withMappings(Mapping newActual, Mapping newDesired) {
		return new ComparisonRules(newActual, newDesired, this.ownership, this.serverNames, this.currentSchema,
				this.schemaNames, this.answers, this.boundary);
	}

	ComparisonRules withActualMapping(Mapping newMapping) {
		return new ComparisonRules(newMapping, this.desiredMapping, this.ownership, this.serverNames,
				this.currentSchema, this.schemaNames, this.answers, this.boundary);
	}

	boolean dropsEverything() {
		return this.ownership == Ownership.EVERYTHING;
	}

}
