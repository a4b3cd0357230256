package dev.migrate.service;

import java.util.List;
import java.util.Optional;

import dev.migrate.dialect.Dialect;
import dev.migrate.load.LoadReport;
import dev.migrate.load.LoadRequest;
import dev.migrate.plan.MigrationPlan;
import dev.migrate.revision.RevisionId;
import dev.migrate.script.MigrationFolder;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a face can ask for one database. Safe for any number of threads; each
 * call takes one connection and gives it back.
 */
public interface MigrationService {

	/**
	 * Read the revisions of the application; no connection is opened.
	 * @return the folder
	 * @throws dev.migrate.error.MigrateException naming every fault of the files
	 */
	MigrationFolder folder();

	/**
	 * Tell whether the application has any revision, without opening one.
	 * @return false if every source is empty or missing
	 */
	boolean hasRevisions();

	/**
	 * Return the dialect.
	 * @return the dialect of the database; opens a connection the first time
	 */
	Dialect dialect();

	/**
	 * Return the dialect to read files with; no connection is opened.
	 * @return the dialect of the database if that has been asked, else the preferred one
	 */
	Dialect fileDialect();

	/**
	 * Look at folder and database. Writes nothing, and needs no privilege but to read our
	 * tables.
	 * @return how they stand
	 */
	StatusReport status();

	/**
	 * Plan without running: no lock, no change.
	 * @param request what
	 * @return the plan, possibly empty
	 * @throws dev.migrate.error.MigrateException if it would be refused
	 */
	MigrationPlan plan(RunRequest request);

	/**
	 * Plan an upgrade, asking one question only if the last run left nothing to do.
	 * @param request an upgrade
	 * @return the plan; empty if nothing is pending
	 * @throws dev.migrate.error.MigrateException if it would be refused
	 */
	MigrationPlan pending(RunRequest request);

	/**
	 * Do everything of a run that comes before its lock: reach the database with the user
	 * that does the work, read, plan, refuse. Asks one question only if the last run left
	 * nothing to do.
	 * @param request what
	 * @return the plan; empty if there is nothing to do
	 * @throws dev.migrate.error.MigrateException if it would be refused
	 */
	MigrationPlan prepare(RunRequest request);

	/**
	 * Upgrade or downgrade: read; nothing to do, return; else lock, read again, plan
	 * again, run.
	 * @param request what
	 * @return what was done
	 * @throws dev.migrate.error.MigrateException if it is refused or fails
	 */
	RunReport run(RunRequest request);

	/**
	 * Write a run as a script instead of running it. With a range no connection is
	 * opened.
	 * @param request what
	 * @return the script
	 * @throws dev.migrate.error.MigrateException if the run would be refused
	 */
	Script script(ScriptRequest request);

	/**
	 * Write a stamp as a script instead of doing it. With a range no connection is
	 * opened.
	 * @param request what
	 * @return the script
	 * @throws dev.migrate.error.MigrateException if the stamp would be refused
	 */
	StampScript script(StampScriptRequest request);

	/**
	 * Mark revisions as applied, or not, without running them.
	 * @param request which
	 * @return what was changed
	 */
	StampReport stamp(StampRequest request);

	/**
	 * Create our tables, if they are not there.
	 * @return whether any was missing
	 */
	boolean createTables();

	/**
	 * Write the statements that create the tables of migrations, for somebody else to
	 * run.
	 * @param dialect the database that they are for, as {@link ScriptRequest#dialect()};
	 * null to ask the application's own
	 * @return a script that does nothing where the tables are
	 * @throws MigrateException with USAGE if there is no such database, with
	 * NO_CONNECTION if it has to be asked and is not there
	 */
	String tablesScript(@Nullable String dialect);

	/**
	 * Settle what a failed run or an edit left.
	 * @param request how
	 * @return the revisions that were settled
	 */
	List<RevisionId> repair(RepairRequest request);

	/**
	 * Load files into the tables that are there, all of them or nothing.
	 * @param request which
	 * @return what was loaded
	 * @throws dev.migrate.error.MigrateException naming file and line if anything is
	 * refused
	 */
	LoadReport load(LoadRequest request);

	/**
	 * Find one revision of folder or database.
	 * @param id a full id
	 * @return the entry, or empty if neither has it
	 */
	Optional<RevisionEntry> find(RevisionId id);

}
