package dev.migrate.schema;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A foreign key.
 *
 * @param name the constraint's name
 * @param columns the referring columns, in order
 * @param target the table referred to
 * @param targetColumns the columns referred to, in the order of {@code columns}
 * @param onDelete what a delete in the target does
 * @param onUpdate what an update of the target's key does
 * @param onDeleteColumns the columns that SET NULL or SET DEFAULT of a delete is confined
 * to; empty for all
 * @param matchFull whether a key must be NULL in all of its columns or in none
 * @param deferral when it is checked
 * @param validity which rows it holds for
 * @param comment the comment, or null if there is none
 */
public record ForeignKey(String name, List<String> columns, QualifiedName target, List<String> targetColumns,
		ReferentialAction onDelete, ReferentialAction onUpdate, List<String> onDeleteColumns, boolean matchFull,
		Deferral deferral, Validity validity, @Nullable String comment) implements TablePart {

	public ForeignKey {
		columns = List.copyOf(columns);
		targetColumns = List.copyOf(targetColumns);
		onDeleteColumns = List.copyOf(onDeleteColumns);
	}

	/**
	 * Return a plain foreign key: no action, checked at once, valid.
	 * @param name the constraint's name
	 * @param columns the referring columns
	 * @param target the table referred to
	 * @param targetColumns the columns referred to
	 * @return the foreign key
	 */
	public static ForeignKey of(String name, List<String> columns, QualifiedName target, List<String> targetColumns) {
		return new ForeignKey(name, columns, target, targetColumns, ReferentialAction.NO_ACTION,
				ReferentialAction.NO_ACTION, List.of(), false, Deferral.NOT_DEFERRABLE, Validity.VALID, null);
	}

	public ForeignKey withName(String newName) {
		return new ForeignKey(newName, this.columns, this.target, this.targetColumns, this.onDelete, this.onUpdate,
				this.onDeleteColumns, this.matchFull, this.deferral, this.validity, this.comment);
	}

	public ForeignKey withOnDelete(ReferentialAction newOnDelete) {
		return new ForeignKey(this.name, this.columns, this.target, this.targetColumns, newOnDelete, this.onUpdate,
				this.onDeleteColumns, this.matchFull, this.deferral, this.validity, this.comment);
	}

	public ForeignKey withValidity(Validity newValidity) {
		return new ForeignKey(this.name, this.columns, this.target, this.targetColumns, this.onDelete, this.onUpdate,
				this.onDeleteColumns, this.matchFull, this.deferral, newValidity, this.comment);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof ForeignKey that && this.name.equals(that.name) && this.columns.equals(that.columns)
				&& this.target.equals(that.target) && this.targetColumns.equals(that.targetColumns)
				&& this.onDelete == that.onDelete && this.onUpdate == that.onUpdate
				&& this.onDeleteColumns.equals(that.onDeleteColumns) && this.matchFull == that.matchFull
				&& this.deferral == that.deferral && this.validity == that.validity
				&& Objects.equals(this.comment, that.comment);
	}

	@Override
	public int hashCode() {
		return 31 * (31 * this.name.hashCode() + this.columns.hashCode()) + this.target.hashCode();
	}

}
