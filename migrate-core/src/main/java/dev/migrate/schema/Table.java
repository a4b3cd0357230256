package dev.migrate.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * A table. Its columns keep the order in which they stand in the table, for whoever
 * writes a CREATE TABLE; that order does not count for equality. All other lists are
 * sorted by name.
 *
 * @param name the name
 * @param columns the columns, in physical order
 * @param primaryKey the primary key, or null if there is none
 * @param uniqueConstraints the unique constraints
 * @param indexes the indexes that belong to no constraint
 * @param foreignKeys the foreign keys
 * @param checks the check constraints, those of PostgreSQL's NOT NULL excepted
 * @param exclusions constraints that are known by the server's text only
 * @param options what else shapes the table
 * @param comment the comment, or null if there is none
 */
public record Table(QualifiedName name, List<Column> columns, @Nullable PrimaryKey primaryKey,
		List<UniqueConstraint> uniqueConstraints, List<Index> indexes, List<ForeignKey> foreignKeys, List<Check> checks,
		List<Exclusion> exclusions, TableOptions options, @Nullable String comment) implements SchemaObject {

	public Table {
		columns = List.copyOf(columns);
		uniqueConstraints = sorted(uniqueConstraints);
		indexes = sorted(indexes);
		foreignKeys = sorted(foreignKeys);
		checks = sorted(checks);
		exclusions = sorted(exclusions);
	}

	/**
	 * Return a plain table that has columns and nothing else.
	 * @param name the name
	 * @param columns the columns
	 * @return the table
	 */
	public static Table of(QualifiedName name, List<Column> columns) {
		return new Table(name, columns, null, List.of(), List.of(), List.of(), List.of(), List.of(), TableOptions.NONE,
				null);
	}

	static <T extends TablePart> List<T> sorted(List<T> parts) {
		for (int at = 1; at < parts.size(); at++) {
			if (parts.get(at - 1).name().compareTo(parts.get(at).name()) > 0) {
				List<T> sorted = new ArrayList<>(parts);
				sorted.sort(TablePart.BY_NAME);
				return List.copyOf(sorted);
			}
		}
		return List.copyOf(parts);
	}

	@Override
	public ObjectKey key() {
		return ObjectKey.of(ObjectKind.TABLE, this.name);
	}

	/**
	 * Return the column with a name.
	 * @param columnName the name
	 * @return the column, or nothing
	 */
	public Optional<Column> column(String columnName) {
		for (Column column : this.columns) {
			if (column.name().equals(columnName)) {
				return Optional.of(column);
			}
		}
		return Optional.empty();
	}

	/**
	 * Return whether this table is a partition of another.
	 * @return whether it is
	 */
	public boolean isPartition() {
		return this.options.partitionOf() != null;
	}

	/**
	 * Return whether this table's rows live in partitions.
	 * @return whether they do
	 */
	public boolean isPartitioned() {
		return this.options.partitionKey() != null;
	}

	public Table withName(QualifiedName newName) {
		return new Table(newName, this.columns, this.primaryKey, this.uniqueConstraints, this.indexes, this.foreignKeys,
				this.checks, this.exclusions, this.options, this.comment);
	}

	public Table withColumns(List<Column> newColumns) {
		return new Table(this.name, newColumns, this.primaryKey, this.uniqueConstraints, this.indexes, this.foreignKeys,
				this.checks, this.exclusions, this.options, this.comment);
	}

	public Table withPrimaryKey(@Nullable PrimaryKey newPrimaryKey) {
		return new Table(this.name, this.columns, newPrimaryKey, this.uniqueConstraints, this.indexes, this.foreignKeys,
				this.checks, this.exclusions, this.options, this.comment);
	}

	public Table withUniqueConstraints(List<UniqueConstraint> newUniqueConstraints) {
		return new Table(this.name, this.columns, this.primaryKey, newUniqueConstraints, this.indexes, this.foreignKeys,
				this.checks, this.exclusions, this.options, this.comment);
	}

	public Table withIndexes(List<Index> newIndexes) {
		return new Table(this.name, this.columns, this.primaryKey, this.uniqueConstraints, newIndexes, this.foreignKeys,
				this.checks, this.exclusions, this.options, this.comment);
	}

	public Table withForeignKeys(List<ForeignKey> newForeignKeys) {
		return new Table(this.name, this.columns, this.primaryKey, this.uniqueConstraints, this.indexes, newForeignKeys,
				this.checks, this.exclusions, this.options, this.comment);
	}

	public Table withChecks(List<Check> newChecks) {
		return new Table(this.name, this.columns, this.primaryKey, this.uniqueConstraints, this.indexes,
				this.foreignKeys, newChecks, this.exclusions, this.options, this.comment);
	}

	public Table withExclusions(List<Exclusion> newExclusions) {
		return new Table(this.name, this.columns, this.primaryKey, this.uniqueConstraints, this.indexes,
				this.foreignKeys, this.checks, newExclusions, this.options, this.comment);
	}

	public Table withOptions(TableOptions newOptions) {
		return new Table(this.name, this.columns, this.primaryKey, this.uniqueConstraints, this.indexes,
				this.foreignKeys, this.checks, this.exclusions, newOptions, this.comment);
	}

	public Table withComment(@Nullable String newComment) {
		return new Table(this.name, this.columns, this.primaryKey, this.uniqueConstraints, this.indexes,
				this.foreignKeys, this.checks, this.exclusions, this.options, newComment);
	}

	/**
	 * Return the columns sorted by name: the form in which they are compared.
	 */
	List<Column> columnsByName() {
		return sorted(this.columns);
	}

	/**
	 * Return whether the other is a table that differs at most in the order of columns.
	 */
	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Table that && this.name.equals(that.name)
				&& (this.columns.equals(that.columns) || columnsByName().equals(that.columnsByName()))
				&& Objects.equals(this.primaryKey, that.primaryKey)
				&& this.uniqueConstraints.equals(that.uniqueConstraints) && this.indexes.equals(that.indexes)
				&& this.foreignKeys.equals(that.foreignKeys) && this.checks.equals(that.checks)
				&& this.exclusions.equals(that.exclusions) && this.options.equals(that.options)
				&& Objects.equals(this.comment, that.comment);
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.name, columnsByName(), this.primaryKey, this.uniqueConstraints, this.indexes,
				this.foreignKeys, this.checks);
	}

}
