package dev.migrate.hibernate;

import java.util.List;

/**
 * What a persistence unit wants of an empty database.
 *
 * @param statements what creates it, in an order that works: schemas, types, sequences,
 * tables with their comments and rows, indexes, foreign keys, what else the mapping
 * brings
 * @param objects every object and its attribute, tables in the order of their names
 * @param problems what is wrong, in the same order; with a fault among them the
 * statements are incomplete or will be refused
 * @param entityCount how many entities were read
 */
public record EntitySchema(List<EntityStatement> statements, List<MappedObject> objects, List<EntityProblem> problems,
		int entityCount) {

	/**
	 * Copy the lists.
	 */
	public EntitySchema {
		statements = List.copyOf(statements);
		objects = List.copyOf(objects);
		problems = List.copyOf(problems);
	}

	/**
	 * Return the bare SQL.
	 * @return the statements in order
	 */
	public List<String> ddl() {
		return this.statements.stream().map(EntityStatement::sql).toList();
	}

	/**
	 * Return the problems with which the schema can't be created.
	 * @return the faults in order
	 */
	public List<EntityProblem> faults() {
		return this.problems.stream().filter((problem) -> problem.severity() == EntityProblem.Severity.FAULT).toList();
	}

}
