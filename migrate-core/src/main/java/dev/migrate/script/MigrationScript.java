package dev.migrate.script;

import java.util.List;

import dev.migrate.dialect.Dialect;
import dev.migrate.revision.Revision;

/**
 * A revision with what it does. Instances are immutable.
 */
public interface MigrationScript {

	/**
	 * Return the revision: identity, parents, message.
	 * @return the revision
	 */
	Revision revision();

	/**
	 * Return what an upgrade runs.
	 * @param dialect of the database
	 * @return the section for this database, or the one for all
	 * @throws dev.migrate.error.MigrateException with INVALID_SOURCE if the text can't be
	 * read, or has no section for this database
	 */
	Section upgrade(Dialect dialect);

	/**
	 * Return what a downgrade runs.
	 * @param dialect of the database
	 * @return the section; irreversible if there is none
	 * @throws dev.migrate.error.MigrateException with INVALID_SOURCE if the text can't be
	 * read
	 */
	Section downgrade(Dialect dialect);

	/**
	 * Return the checksum of the statements that an upgrade of this database runs.
	 * @param dialect of the database
	 * @return algorithm number, colon, digest
	 */
	String checksum(Dialect dialect);

	/**
	 * Return which entity attribute each object was made for.
	 * @return the lines of the mapping section, empty if there is none
	 */
	List<MappingLine> mapping();

	/**
	 * Return where the revision can be opened.
	 * @return a path, for people
	 */
	default String location() {
		return revision().location().source();
	}

}
