package dev.migrate.schema;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What shapes a table besides its columns and constraints.
 *
 * @param unlogged whether its rows are lost in a crash
 * @param rowSecurity whether policies apply to it
 * @param forceRowSecurity whether policies apply to its owner too
 * @param inherits the tables whose columns it inherits, in order; a partition's parent is
 * not among them
 * @param partitionKey how it is partitioned ({@code RANGE (created_at)}), or null if its
 * rows are its own
 * @param partitionOf the partitioned table that it is a part of, or null
 * @param partitionBound which rows it takes ({@code FOR VALUES IN (1)}), or null if it is
 * no partition
 */
public record TableOptions(boolean unlogged, boolean rowSecurity, boolean forceRowSecurity,
		List<QualifiedName> inherits, @Nullable String partitionKey, @Nullable QualifiedName partitionOf,
		@Nullable String partitionBound) {

	/**
	 * A plain table.
	 */
	public static final TableOptions NONE = new TableOptions(false, false, false, List.of(), null, null, null);

	public TableOptions {
		inherits = List.copyOf(inherits);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof TableOptions that && this.unlogged == that.unlogged
				&& this.rowSecurity == that.rowSecurity && this.forceRowSecurity == that.forceRowSecurity
				&& this.inherits.equals(that.inherits) && Objects.equals(this.partitionKey, that.partitionKey)
				&& Objects.equals(this.partitionOf, that.partitionOf)
				&& Objects.equals(this.partitionBound, that.partitionBound);
	}

	@Override
	public int hashCode() {
		return 31 * this.inherits.hashCode() + Objects.hashCode(this.partitionOf);
	}

}
