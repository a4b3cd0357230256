package dev.migrate.hibernate;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A database object and the entity attribute it was made for. Names are those that the
 * server stores: folded unless quoted, cut where it cuts them.
 *
 * @param kind what it is
 * @param schema the schema that the mapping or the default schema names, or null for the
 * connection's own
 * @param table the table it belongs to, or the table itself; null for a sequence or a
 * type
 * @param name its name. Of a constraint or index without a name of its own: the one
 * PostgreSQL would choose, which may differ by a counter; match those by table and
 * columns
 * @param columns of a constraint or index: its columns in order; an expression has an
 * empty name. Otherwise empty
 * @param path the JPA entity name and the attribute path. Several objects may have one
 * path: the columns and indexes of {@code Student.courses}
 * @param explicitName whether the name is the user's own. False for the hashes that
 * Hibernate generates, which are never used
 * @param initialValueSql of a column: the constant that the Java field starts with, as an
 * SQL literal, or null if there is none or it isn't a constant
 * @param constants of a column that holds the numbers or the names of an enum: its
 * constants in the order of their numbers. Otherwise empty
 */
public record MappedObject(Kind kind, @Nullable String schema, @Nullable String table, String name,
		List<String> columns, String path, boolean explicitName, @Nullable String initialValueSql,
		List<String> constants) {

	/**
	 * Copy the lists.
	 */
	public MappedObject {
		columns = List.copyOf(columns);
		constants = List.copyOf(constants);
	}

	/**
	 * The kinds of objects that entities give rise to.
	 */
	public enum Kind {

		/** A schema. */
		SCHEMA,

		/** An enum or composite type. */
		TYPE,

		/** A sequence. */
		SEQUENCE,

		/** A table. */
		TABLE,

		/** A view, from a view query. */
		VIEW,

		/** A column. */
		COLUMN,

		/** A primary key. */
		PRIMARY_KEY,

		/** A unique constraint. */
		UNIQUE,

		/** A check constraint. */
		CHECK,

		/** An index, unique or not, that is no constraint. */
		INDEX,

		/** A foreign key. */
		FOREIGN_KEY

	}

}
