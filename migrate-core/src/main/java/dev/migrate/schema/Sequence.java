package dev.migrate.schema;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A sequence that is not an identity column's.
 *
 * @param name the name
 * @param options how it counts
 * @param ownedBy the column it is dropped with, as {@code serial} makes it, or null
 * @param unlogged whether its state is lost in a crash
 * @param comment the comment, or null if there is none
 */
public record Sequence(QualifiedName name, SequenceOptions options, @Nullable ColumnName ownedBy, boolean unlogged,
		@Nullable String comment) implements SchemaObject {

	@Override
	public ObjectKey key() {
		return ObjectKey.of(ObjectKind.SEQUENCE, this.name);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Sequence that && this.name.equals(that.name) && this.options.equals(that.options)
				&& Objects.equals(this.ownedBy, that.ownedBy) && this.unlogged == that.unlogged
				&& Objects.equals(this.comment, that.comment);
	}

	@Override
	public int hashCode() {
		return this.name.hashCode();
	}

}
