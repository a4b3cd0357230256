package dev.migrate.generate;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What entities want of an empty database.
 *
 * @param statements what creates it, in an order that works
 * @param objects every object with the attribute it is for
 * @param warnings what is odd but works, one sentence each
 * @param faults what keeps the schema from being created, one sentence each
 * @param suspicions what may be the reason if the schema can't be created, one sentence
 * each, that begins with the entity
 * @param count how many entities were read
 */
public record Entities(List<Statement> statements, List<MadeFor> objects, List<String> warnings, List<String> faults,
		List<String> suspicions, int count) {

	public Entities {
		statements = List.copyOf(statements);
		objects = List.copyOf(objects);
		warnings = List.copyOf(warnings);
		faults = List.copyOf(faults);
		suspicions = List.copyOf(suspicions);
	}

	/**
	 * Create entities that nothing is suspected of.
	 * @param statements what creates it
	 * @param objects every object with the attribute it is for
	 * @param warnings what is odd but works
	 * @param faults what keeps the schema from being created
	 * @param count how many entities were read
	 */
	public Entities(List<Statement> statements, List<MadeFor> objects, List<String> warnings, List<String> faults,
			int count) {
		this(statements, objects, warnings, faults, List.of(), count);
	}

	/**
	 * A statement.
	 *
	 * @param sql one statement
	 * @param path the entity or attribute that it is for
	 */
	public record Statement(String sql, String path) {
	}

	/**
	 * An object and its attribute.
	 *
	 * @param kind {@code SCHEMA}, {@code TYPE}, {@code SEQUENCE}, {@code TABLE},
	 * {@code VIEW}, {@code COLUMN}, {@code PRIMARY_KEY}, {@code UNIQUE}, {@code CHECK},
	 * {@code INDEX} or {@code FOREIGN_KEY}
	 * @param schema named by the mapping, or null for the connection's own
	 * @param table it belongs to, or null
	 * @param name its name
	 * @param columns of a constraint or index
	 * @param path the JPA entity name and attribute path
	 * @param explicitName whether the name is the user's own
	 * @param initialValueSql what the attribute starts with, as an SQL literal, or null
	 * @param constants of the enum whose numbers or names a column holds, in the order of
	 * their numbers; otherwise empty
	 */
	public record MadeFor(String kind, @Nullable String schema, @Nullable String table, String name,
			List<String> columns, String path, boolean explicitName, @Nullable String initialValueSql,
			List<String> constants) {

		public MadeFor {
			columns = List.copyOf(columns);
			constants = List.copyOf(constants);
		}

		/**
		 * Create an object that holds no enum.
		 * @param kind as above
		 * @param schema named by the mapping, or null
		 * @param table it belongs to, or null
		 * @param name its name
		 * @param columns of a constraint or index
		 * @param path the JPA entity name and attribute path
		 * @param explicitName whether the name is the user's own
		 * @param initialValueSql what the attribute starts with, or null
		 */
		public MadeFor(String kind, @Nullable String schema, @Nullable String table, String name, List<String> columns,
				String path, boolean explicitName, @Nullable String initialValueSql) {
			this(kind, schema, table, name, columns, path, explicitName, initialValueSql, List.of());
		}

	}

}
