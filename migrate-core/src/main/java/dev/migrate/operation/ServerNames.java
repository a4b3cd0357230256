package dev.migrate.operation;

import java.util.List;

import dev.migrate.schema.Index;
import dev.migrate.schema.QualifiedName;

/**
 * How a database names the constraints and indexes that nobody named.
 */
public interface ServerNames {

	/**
	 * Return the name that a constraint gets when the user gives it none, leaving aside
	 * that it may be taken.
	 * @param table the table
	 * @param constraint the constraint; its own name does not count
	 * @param columns the columns of the table, to find those inside an expression
	 * @return the name
	 */
	String of(QualifiedName table, TableConstraint constraint, List<String> columns);

	/**
	 * Return the name that an index gets when the user gives it none, leaving aside that
	 * it may be taken.
	 * @param table the table
	 * @param index the index; its own name does not count
	 * @return the name
	 */
	String of(QualifiedName table, Index index);

	/**
	 * Return the name that is tried next when one is taken.
	 * @param name the name
	 * @param attempt the number of the attempt, from 1
	 * @return the name with the number, not longer than names may be
	 */
	String numbered(String name, int attempt);

	/**
	 * Return whether a name is one that the database makes up and nobody would type.
	 * @param name the name
	 * @return whether it says nothing about what it names
	 */
	boolean isMadeUp(String name);

}
