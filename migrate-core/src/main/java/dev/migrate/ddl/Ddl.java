package dev.migrate.ddl;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a statement does.
 */
public sealed interface Ddl {

	/**
	 * CREATE TABLE.
	 *
	 * @param name the table
	 * @param ifNotExists whether it may exist
	 * @param columns its columns
	 * @param constraints the constraints that stand beside the columns
	 */
	record CreateTable(Name name, boolean ifNotExists, List<ColumnDefinition> columns,
			List<ConstraintDefinition> constraints) implements Ddl {

		public CreateTable {
			columns = List.copyOf(columns);
			constraints = List.copyOf(constraints);
		}

	}

	/**
	 * CREATE INDEX.
	 *
	 * @param name the index, or null if the server is to choose a name
	 * @param table the table
	 * @param mode how it is built
	 * @param definition what stands from ON on
	 */
	record CreateIndex(@Nullable Name name, Name table, IndexMode mode, String definition) implements Ddl {
	}

	/**
	 * How an index is built.
	 *
	 * @param unique whether it refuses equal rows
	 * @param concurrently whether others may write meanwhile
	 * @param ifNotExists whether one of this name may exist
	 * @param only whether it leaves out the partitions
	 */
	record IndexMode(boolean unique, boolean concurrently, boolean ifNotExists, boolean only) {
	}

	/**
	 * ALTER TABLE.
	 *
	 * @param table the table
	 * @param clauses its actions
	 */
	record AlterTable(Name table, List<Clause> clauses) implements Ddl {

		public AlterTable {
			clauses = List.copyOf(clauses);
		}

	}

	/**
	 * An action and where it stands.
	 *
	 * @param action the action
	 * @param line counted from the first line of the statement, which is 0
	 */
	record Clause(TableAction action, int line) {
	}

	/**
	 * DROP.
	 *
	 * @param kind of the objects
	 * @param names the objects
	 * @param concurrently whether others may write meanwhile
	 */
	record Drop(Kind kind, List<Name> names, boolean concurrently) implements Ddl {

		public Drop {
			names = List.copyOf(names);
		}

	}

	/**
	 * CREATE of what has no rows of its own.
	 *
	 * @param kind of the object
	 * @param name the object
	 */
	record Create(Kind kind, Name name) implements Ddl {
	}

	/**
	 * ALTER … RENAME TO, of anything but a table or column.
	 *
	 * @param kind of the object
	 * @param name the object
	 * @param to its new name
	 */
	record Rename(Kind kind, Name name, Name to) implements Ddl {
	}

	/** ALTER TYPE … ADD VALUE. */
	record AddEnumValue(Name type, String label) implements Ddl {
	}

	/** ALTER TYPE … RENAME VALUE. */
	record RenameEnumValue(Name type, String label, String to) implements Ddl {
	}

	/** TRUNCATE. */
	record Truncate(List<Name> tables) implements Ddl {

		public Truncate {
			tables = List.copyOf(tables);
		}

	}

	/**
	 * UPDATE or DELETE.
	 *
	 * @param verb which of the two
	 * @param table the table
	 * @param everyRow whether no WHERE limits it
	 */
	record ChangeRows(String verb, Name table, boolean everyRow) implements Ddl {
	}

	/**
	 * VACUUM FULL, CLUSTER, REINDEX, REFRESH MATERIALIZED VIEW.
	 *
	 * @param command which
	 * @param name what it works on, or null for everything
	 * @param concurrently whether others may go on meanwhile
	 */
	record Maintain(String command, @Nullable Name name, boolean concurrently) implements Ddl {
	}

	/** DO with a block of code. */
	record Block() implements Ddl {
	}

	/** BEGIN, COMMIT, ROLLBACK and their kin. */
	record Transaction(String word) implements Ddl {
	}

	/**
	 * SET of one setting.
	 *
	 * @param setting its name in lower case
	 * @param value as it was written
	 */
	record Set(String setting, String value) implements Ddl {
	}

	/** A statement about which no rule has an opinion. */
	record Harmless() implements Ddl {
	}

	/** Not understood. */
	record Unknown() implements Ddl {
	}

	/**
	 * The kinds of objects that rules tell apart.
	 */
	enum Kind {

		/** TABLE. */
		TABLE("table"),

		/** INDEX. */
		INDEX("index"),

		/** SEQUENCE. */
		SEQUENCE("sequence"),

		/** SCHEMA. */
		SCHEMA("schema"),

		/** DATABASE. */
		DATABASE("database"),

		/** TYPE or DOMAIN. */
		TYPE("type"),

		/** VIEW. */
		VIEW("view"),

		/** MATERIALIZED VIEW. */
		MATERIALIZED_VIEW("materialized view");

		private final String word;

		Kind(String word) {
			this.word = word;
		}

		/**
		 * Return the kind in words.
		 * @return for example {@code materialized view}
		 */
		public String word() {
			return this.word;
		}

	}

}
