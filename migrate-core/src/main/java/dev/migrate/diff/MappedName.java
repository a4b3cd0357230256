package dev.migrate.diff;

import java.util.List;

import dev.migrate.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * A database object and the entity attribute it was made for.
 *
 * @param kind what it is
 * @param owner the table of a column, constraint or index; otherwise the object's own
 * name
 * @param member the own name of a column, constraint or index; otherwise empty
 * @param columns the columns of a constraint or index whose name is not the user's;
 * otherwise empty
 * @param path the JPA entity name and attribute path
 * @param explicitName whether the name is the user's own; else the server's pattern is
 * used for it
 * @param initialValueSql what the attribute of a column starts with, as an SQL literal,
 * or null if that is not known
 * @param constants of the enum whose numbers or names a column holds, in the order of
 * their numbers; otherwise empty
 */
public record MappedName(Kind kind, QualifiedName owner, String member, List<String> columns, String path,
		boolean explicitName, @Nullable String initialValueSql, List<String> constants) {

	public MappedName {
		columns = List.copyOf(columns);
		constants = List.copyOf(constants);
	}

	/**
	 * Create the mapping of an object that holds no enum.
	 * @param kind what it is
	 * @param owner the table, or the object's own name
	 * @param member the own name of a column, constraint or index; otherwise empty
	 * @param columns of a constraint or index
	 * @param path the entity or attribute
	 * @param explicitName whether the name is the user's own
	 * @param initialValueSql what the attribute starts with, or null
	 */
	public MappedName(Kind kind, QualifiedName owner, String member, List<String> columns, String path,
			boolean explicitName, @Nullable String initialValueSql) {
		this(kind, owner, member, columns, path, explicitName, initialValueSql, List.of());
	}

	/**
	 * Return the mapping of a table, view, sequence, type or schema.
	 * @param kind what it is
	 * @param name its name; a schema's stands in both places
	 * @param path the entity or attribute
	 * @return the mapping
	 */
	public static MappedName of(Kind kind, QualifiedName name, String path) {
		return new MappedName(kind, name, "", List.of(), path, true, null);
	}

	/**
	 * Return the mapping of a column, constraint or index.
	 * @param kind what it is
	 * @param table its table
	 * @param name its own name
	 * @param path the attribute
	 * @return the mapping
	 */
	public static MappedName of(Kind kind, QualifiedName table, String name, String path) {
		return new MappedName(kind, table, name, List.of(), path, true, null);
	}

	MappedName at(QualifiedName newOwner, String newMember) {
		return new MappedName(this.kind, newOwner, newMember, this.columns, this.path, this.explicitName,
				this.initialValueSql, this.constants);
	}

	/**
	 * The kinds of objects that entities give rise to.
	 */
	public enum Kind {

		/** A schema. */
		SCHEMA,

		/** An enum type, domain or composite type. */
		TYPE,

		/** A sequence. */
		SEQUENCE,

		/** A table. */
		TABLE,

		/** A view. */
		VIEW,

		/** A column. */
		COLUMN,

		/** A constraint of whatever kind. */
		CONSTRAINT,

		/** A primary key. */
		PRIMARY_KEY,

		/** A unique constraint. */
		UNIQUE,

		/** A check. */
		CHECK,

		/** A foreign key. */
		FOREIGN_KEY,

		/** An index that belongs to no constraint. */
		INDEX;

		boolean isConstraint() {
			return switch (this) {
				case CONSTRAINT, PRIMARY_KEY, UNIQUE, CHECK, FOREIGN_KEY -> true;
				case SCHEMA, TYPE, SEQUENCE, TABLE, VIEW, COLUMN, INDEX -> false;
			};
		}

	}

}
