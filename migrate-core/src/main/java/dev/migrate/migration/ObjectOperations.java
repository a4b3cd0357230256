package dev.migrate.migration;

import java.util.List;

/**
 * Records what concerns schemas, sequences, enum types and views.
 */
public interface ObjectOperations {

	void createSchema(String name);

	/**
	 * Drop a schema with nothing in it.
	 * @param name the schema
	 */
	void dropSchema(String name);

	void createSequence(String name);

	void createSequence(SequenceDefinition sequence);

	void dropSequence(String name);

	/**
	 * Drop a sequence that can come back. Where it stood is lost.
	 * @param sequence as it was
	 */
	void dropSequence(SequenceDefinition sequence);

	/**
	 * Change how a sequence counts.
	 * @param was as it was
	 * @param now as it will be, under the same name
	 */
	void alterSequence(SequenceDefinition was, SequenceDefinition now);

	/**
	 * Give a sequence another name in its schema.
	 * @param from the old name
	 * @param to the new name, without a schema
	 */
	void renameSequence(String from, String to);

	/**
	 * Create an enum type, on databases where enums are types.
	 * @param name the type
	 * @param labels in order
	 */
	void createEnum(String name, String... labels);

	/**
	 * Drop an enum type.
	 * @param name the type
	 * @param labels as they were, so that it can come back; none if they are not known
	 */
	void dropEnum(String name, String... labels);

	/**
	 * Add a label behind the others. It can't be used in the same transaction, and no
	 * reverse is known: {@link #replaceEnum} takes it out again.
	 * @param name the type
	 * @param label the new label
	 */
	void addEnumValue(String name, String label);

	/**
	 * Add a label in front of another.
	 * @param name the type
	 * @param label the new label
	 * @param before which label follows it
	 */
	void addEnumValue(String name, String label, String before);

	/**
	 * Replace an enum type by one with other labels. Fails where a row holds a label that
	 * is gone.
	 * @param name the type
	 * @param was its labels
	 * @param now its labels to be
	 * @param columns all columns of the type, such as {@code "students.mood"}; they must
	 * have no default
	 */
	void replaceEnum(String name, List<String> was, List<String> now, String... columns);

	/**
	 * Give an enum type another name in its schema.
	 * @param from the old name
	 * @param to the new name, without a schema
	 */
	void renameEnum(String from, String to);

	/**
	 * Create a view.
	 * @param name the view
	 * @param query from {@code SELECT} on
	 */
	void createView(String name, String query);

	void dropView(String name);

	/**
	 * Drop a view that can come back.
	 * @param name the view
	 * @param query as it was
	 */
	void dropView(String name, String query);

	/**
	 * Create a view whose rows are stored.
	 * @param name the view
	 * @param query from {@code SELECT} on
	 */
	void createMaterializedView(String name, String query);

	void dropMaterializedView(String name);

	/**
	 * Drop a materialized view that can come back.
	 * @param name the view
	 * @param query as it was
	 */
	void dropMaterializedView(String name, String query);

}
