package dev.migrate.dialect;

import java.util.List;

import dev.migrate.operation.Operation;
import dev.migrate.schema.ColumnName;
import dev.migrate.schema.Sequence;

/**
 * Writes operations as the SQL that a person would have written for one database.
 */
public interface Renderer {

	/**
	 * Return how it spells names, types and expressions.
	 * @return the words
	 */
	SqlWords words();

	/**
	 * Render one operation.
	 * @param operation the operation
	 * @return its statements in order, without semicolons
	 */
	List<String> render(Operation operation);

	/**
	 * Write what lets a sequence go on after the numbers that columns hold. A generator
	 * may give out the numbers below the one it draws, one step long.
	 * @param sequence the sequence
	 * @param columns the columns, at least one
	 * @return the statement, without a semicolon
	 */
	String moveBeyond(Sequence sequence, List<ColumnName> columns);

	/**
	 * Render operations that run one after the other. Neighbours that one statement can
	 * say together become one.
	 * @param operations the operations in order
	 * @return the statements in order, without semicolons
	 */
	List<String> render(List<? extends Operation> operations);

}
