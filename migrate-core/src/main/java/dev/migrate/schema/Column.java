package dev.migrate.schema;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param name the name
 * @param type the exact type
 * @param nullable whether it takes NULL
 * @param collation the collation as SQL ({@code pg_catalog."C"}), or null if it is the
 * type's own
 * @param defaultExpression the default in the server's words, or null if there is none
 * @param identity how its numbers are given, or null if it is no identity
 * @param generated how it is computed, or null if it is stored as given
 * @param comment the comment, or null if there is none
 */
public record Column(String name, ColumnType type, boolean nullable, @Nullable String collation,
		@Nullable String defaultExpression, @Nullable Identity identity, @Nullable Generated generated,
		@Nullable String comment) implements TablePart {

	/**
	 * Return a nullable column without a default.
	 * @param name the name
	 * @param type a built-in type, as the server formats it
	 * @return the column
	 */
	public static Column of(String name, String type) {
		return new Column(name, ColumnType.of(type), true, null, null, null, null, null);
	}

	public Column withName(String newName) {
		return new Column(newName, this.type, this.nullable, this.collation, this.defaultExpression, this.identity,
				this.generated, this.comment);
	}

	public Column withType(ColumnType newType) {
		return new Column(this.name, newType, this.nullable, this.collation, this.defaultExpression, this.identity,
				this.generated, this.comment);
	}

	public Column withNullable(boolean newNullable) {
		return new Column(this.name, this.type, newNullable, this.collation, this.defaultExpression, this.identity,
				this.generated, this.comment);
	}

	public Column withCollation(@Nullable String newCollation) {
		return new Column(this.name, this.type, this.nullable, newCollation, this.defaultExpression, this.identity,
				this.generated, this.comment);
	}

	public Column withDefault(@Nullable String newDefault) {
		return new Column(this.name, this.type, this.nullable, this.collation, newDefault, this.identity,
				this.generated, this.comment);
	}

	public Column withIdentity(@Nullable Identity newIdentity) {
		return new Column(this.name, this.type, this.nullable, this.collation, this.defaultExpression, newIdentity,
				this.generated, this.comment);
	}

	public Column withGenerated(@Nullable Generated newGenerated) {
		return new Column(this.name, this.type, this.nullable, this.collation, this.defaultExpression, this.identity,
				newGenerated, this.comment);
	}

	public Column withComment(@Nullable String newComment) {
		return new Column(this.name, this.type, this.nullable, this.collation, this.defaultExpression, this.identity,
				this.generated, newComment);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Column that && this.name.equals(that.name) && this.type.equals(that.type)
				&& this.nullable == that.nullable && Objects.equals(this.collation, that.collation)
				&& Objects.equals(this.defaultExpression, that.defaultExpression)
				&& Objects.equals(this.identity, that.identity) && Objects.equals(this.generated, that.generated)
				&& Objects.equals(this.comment, that.comment);
	}

	@Override
	public int hashCode() {
		return 31 * this.name.hashCode() + this.type.hashCode();
	}

}
