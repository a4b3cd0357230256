package dev.migrate.ddl;

import org.jspecify.annotations.Nullable;

/**
 * One action of ALTER TABLE.
 */
public sealed interface TableAction {

	/** ADD COLUMN. */
	record AddColumn(ColumnDefinition column) implements TableAction {
	}

	/** DROP COLUMN. */
	record DropColumn(Name column) implements TableAction {
	}

	/** ALTER COLUMN … TYPE; the expression is null without USING. */
	record ChangeType(Name column, String type, @Nullable String using) implements TableAction {
	}

	/** ALTER COLUMN … SET NOT NULL. */
	record SetNotNull(Name column) implements TableAction {
	}

	/** ALTER COLUMN … SET DEFAULT; the expression is null for DROP DEFAULT. */
	record SetDefault(Name column, @Nullable String expression) implements TableAction {
	}

	/** ALTER COLUMN … DROP IDENTITY. */
	record DropIdentity(Name column) implements TableAction {
	}

	/** ADD CONSTRAINT, also without a name. */
	record AddConstraint(ConstraintDefinition constraint) implements TableAction {
	}

	/** VALIDATE CONSTRAINT. */
	record ValidateConstraint(Name constraint) implements TableAction {
	}

	/** DROP CONSTRAINT. */
	record DropConstraint(Name constraint) implements TableAction {
	}

	/** RENAME COLUMN. */
	record RenameColumn(Name column, Name to) implements TableAction {
	}

	/** RENAME TO. */
	record RenameTable(Name to) implements TableAction {
	}

	/** SET SCHEMA. */
	record MoveTable(Name schema) implements TableAction {
	}

	/** ATTACH PARTITION. */
	record AttachPartition(Name partition) implements TableAction {
	}

	/** DETACH PARTITION. */
	record DetachPartition(Name partition, boolean concurrently) implements TableAction {
	}

	/**
	 * Writes the table anew, whatever its rows: SET TABLESPACE, SET LOGGED and the like.
	 */
	record Rewrite(String words) implements TableAction {
	}

	/** Touches neither rows nor meaning: an owner, a comment, a storage parameter. */
	record Harmless() implements TableAction {
	}

	/** Not understood. */
	record Unknown(String text) implements TableAction {
	}

}
