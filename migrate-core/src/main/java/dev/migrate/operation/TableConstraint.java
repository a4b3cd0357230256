package dev.migrate.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.Check;
import dev.migrate.schema.Exclusion;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.Table;
import dev.migrate.schema.UniqueConstraint;

/**
 * A constraint of a table, of whatever kind.
 */
public sealed interface TableConstraint {

	/**
	 * Return the constraints of a table, in the order in which a CREATE TABLE lists them.
	 * @param table the table
	 * @return its constraints
	 */
	static List<TableConstraint> of(Table table) {
		List<TableConstraint> constraints = new ArrayList<>();
		PrimaryKey primaryKey = table.primaryKey();
		if (primaryKey != null) {
			constraints.add(new Primary(primaryKey));
		}
		table.uniqueConstraints().forEach((unique) -> constraints.add(new Unique(unique)));
		table.foreignKeys().forEach((foreignKey) -> constraints.add(new Foreign(foreignKey)));
		table.checks().forEach((check) -> constraints.add(new Checked(check)));
		table.exclusions().forEach((exclusion) -> constraints.add(new Excluded(exclusion)));
		return constraints;
	}

	/**
	 * Return the name, unique in the table.
	 * @return the constraint's name
	 */
	String name();

	/**
	 * Return the comment stored with the constraint.
	 * @return the comment, or null if there is none
	 */
	@Nullable String comment();

	/**
	 * Return what kind of constraint it is.
	 * @return the kind
	 */
	Kind kind();

	/**
	 * Return the columns it names as such, in order. Those inside an expression are not
	 * among them.
	 * @return the columns, empty for a check
	 */
	List<String> columns();

	/**
	 * Return this constraint under another name and with another comment.
	 * @param newName the name
	 * @param newComment the comment, or null for none
	 * @return the constraint
	 */
	TableConstraint renamed(String newName, @Nullable String newComment);

	/**
	 * Call the visitor's method for this constraint.
	 * @param <R> what the visitor returns
	 * @param visitor the visitor
	 * @return what the visitor returned
	 */
	<R> R accept(Visitor<R> visitor);

	/**
	 * The kinds of constraints.
	 */
	enum Kind {

		/** A primary key. */
		PRIMARY_KEY,

		/** A unique constraint. */
		UNIQUE,

		/** A foreign key. */
		FOREIGN_KEY,

		/** A check. */
		CHECK,

		/** A constraint known by its text. */
		EXCLUSION;

		/**
		 * Return the kind as a user says it.
		 * @return words in lower case
		 */
		public String words() {
			return name().toLowerCase(Locale.ROOT).replace('_', ' ') + ((this == UNIQUE) ? " constraint" : "");
		}

	}

	/**
	 * Whoever has to know every kind of constraint.
	 *
	 * @param <R> what comes out for a constraint
	 */
	interface Visitor<R> {

		R visit(PrimaryKey primaryKey);

		R visit(UniqueConstraint unique);

		R visit(ForeignKey foreignKey);

		R visit(Check check);

		R visit(Exclusion exclusion);

	}

	/**
	 * A primary key.
	 *
	 * @param key the key
	 */
	record Primary(PrimaryKey key) implements TableConstraint {

		@Override
		public String name() {
			return this.key.name();
		}

		@Override
		public @Nullable String comment() {
			return this.key.comment();
		}

		@Override
		public Kind kind() {
			return Kind.PRIMARY_KEY;
		}

		@Override
		public List<String> columns() {
			return this.key.columns();
		}

		@Override
		public TableConstraint renamed(String newName, @Nullable String newComment) {
			return new Primary(
					new PrimaryKey(newName, this.key.columns(), this.key.include(), this.key.deferral(), newComment));
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visit(this.key);
		}

	}

	/**
	 * A unique constraint.
	 *
	 * @param unique the constraint
	 */
	record Unique(UniqueConstraint unique) implements TableConstraint {

		@Override
		public String name() {
			return this.unique.name();
		}

		@Override
		public @Nullable String comment() {
			return this.unique.comment();
		}

		@Override
		public Kind kind() {
			return Kind.UNIQUE;
		}

		@Override
		public List<String> columns() {
			return this.unique.columns();
		}

		@Override
		public TableConstraint renamed(String newName, @Nullable String newComment) {
			return new Unique(new UniqueConstraint(newName, this.unique.columns(), this.unique.include(),
					this.unique.nullsNotDistinct(), this.unique.deferral(), newComment));
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visit(this.unique);
		}

	}

	/**
	 * A foreign key.
	 *
	 * @param key the key
	 */
	record Foreign(ForeignKey key) implements TableConstraint {

		@Override
		public String name() {
			return this.key.name();
		}

		@Override
		public @Nullable String comment() {
			return this.key.comment();
		}

		@Override
		public Kind kind() {
			return Kind.FOREIGN_KEY;
		}

		@Override
		public List<String> columns() {
			return this.key.columns();
		}

		@Override
		public TableConstraint renamed(String newName, @Nullable String newComment) {
			return new Foreign(new ForeignKey(newName, this.key.columns(), this.key.target(), this.key.targetColumns(),
					this.key.onDelete(), this.key.onUpdate(), this.key.onDeleteColumns(), this.key.matchFull(),
					this.key.deferral(), this.key.validity(), newComment));
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visit(this.key);
		}

	}

	/**
	 * A check.
	 *
	 * @param check the check
	 */
	record Checked(Check check) implements TableConstraint {

		@Override
		public String name() {
			return this.check.name();
		}

		@Override
		public @Nullable String comment() {
			return this.check.comment();
		}

		@Override
		public Kind kind() {
			return Kind.CHECK;
		}

		@Override
		public List<String> columns() {
			return List.of();
		}

		@Override
		public TableConstraint renamed(String newName, @Nullable String newComment) {
			return new Checked(new Check(newName, this.check.expression(), this.check.noInherit(),
					this.check.validity(), newComment));
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visit(this.check);
		}

	}

	/**
	 * A constraint known by its text.
	 *
	 * @param exclusion the constraint
	 */
	record Excluded(Exclusion exclusion) implements TableConstraint {

		@Override
		public String name() {
			return this.exclusion.name();
		}

		@Override
		public @Nullable String comment() {
			return this.exclusion.comment();
		}

		@Override
		public Kind kind() {
			return Kind.EXCLUSION;
		}

		@Override
		public List<String> columns() {
			return List.of();
		}

		@Override
		public TableConstraint renamed(String newName, @Nullable String newComment) {
			return new Excluded(new Exclusion(newName, this.exclusion.definition(), newComment));
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visit(this.exclusion);
		}

	}

}
