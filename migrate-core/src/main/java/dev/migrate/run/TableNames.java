package dev.migrate.run;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.OwnTables;
import org.jspecify.annotations.Nullable;

/**
 * How our tables are called.
 *
 * @param schema where they are; null for the connection's current schema
 * @param version the version table
 * @param journal the journal
 * @param lock the table of leases
 */
public record TableNames(@Nullable String schema, String version, String journal, String lock) {

	/** The names that apply when nothing is configured. */
	public static final TableNames DEFAULT = new TableNames(null, "migrate_version", "migrate_journal", "migrate_lock");

	/**
	 * Write the names as SQL does.
	 * @param schema the schema that they are in
	 * @param dialect of the database
	 * @return the names, each with its schema
	 */
	public OwnTables in(String schema, Dialect dialect) {
		String quoted = (this.schema != null) ? dialect.ownName(this.schema) : dialect.quote(schema);
		return new OwnTables(quoted, quoted + "." + dialect.ownName(this.version),
				quoted + "." + dialect.ownName(this.journal), quoted + "." + dialect.ownName(this.lock));
	}

	/**
	 * Write the names for a script, where no connection tells the current schema.
	 * @param dialect of the database
	 * @return the names, with a schema only if one is configured
	 */
	public OwnTables unbound(Dialect dialect) {
		return (this.schema != null) ? in(this.schema, dialect)
				: new OwnTables("", bare(this.version, dialect), bare(this.journal, dialect), bare(this.lock, dialect));
	}

	String bare(String table, Dialect dialect) {
		String name = dialect.ownName(table);
		return (this.schema != null) ? dialect.ownName(this.schema) + "." + name : name;
	}

}
