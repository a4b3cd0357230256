package dev.migrate.boot.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import dev.migrate.boot.descriptor.Json;
import dev.migrate.revision.Applied;
import dev.migrate.service.MigrationDatabases;
import dev.migrate.service.MigrationService;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * A command of {@code db}: parsed by picocli, then called once.
 */
abstract class DatabaseCommand implements Callable<Integer> {

	/** Of the JSON documents; raised when a name or a meaning changes. */
	static final int SCHEMA_VERSION = 1;

	@Mixin
	final CommonOptions common = new CommonOptions();

	private final Session session;

	private @Nullable String database;

	private @Nullable Map<String, Object> documents;

	DatabaseCommand(Session session) {
		this.session = session;
	}

	Terminal terminal() {
		return this.session.terminal();
	}

	/** Return how much of the application the command needs, with the options it has. */
	Need need() {
		return Commands.need(getClass().getAnnotation(Command.class).name());
	}

	/** Tell what is done where there are several databases. */
	Several several() {
		return Several.EACH;
	}

	/**
	 * Before the first of several databases is changed: refuse if one of them can't be.
	 */
	void checkFirst(List<String> databases) {
		// Most commands change nothing.
	}

	/** Work on another database from here on. */
	void at(String name) {
		this.database = name;
	}

	/** Return the name of the database that is worked on. */
	String database() {
		String name = this.database;
		if (name == null) {
			name = databases().name(this.common.database);
			this.database = name;
		}
		return name;
	}

	MigrationDatabases databases() {
		return this.session.workplaces().databases();
	}

	Workplace workplace() {
		return this.session.workplaces().at(database());
	}

	Session session() {
		return this.session;
	}

	MigrationService service() {
		return databases().get(database());
	}

	/** Return what it needs to find a target. */
	static Need needFor(String target) {
		boolean relative = target.contains("current") || target.startsWith("-") || target.startsWith("+");
		return relative ? Need.DATABASE : Need.REVISIONS;
	}

	/** Return what is applied, if a target depends on it: only the database knows. */
	Applied appliedFor(String target) {
		if (needFor(target) == Need.REVISIONS) {
			return Applied.none();
		}
		return service().status().applied();
	}

	/** Write a line of the result, unless it goes out as JSON. */
	void result(String line) {
		if (!this.common.json) {
			terminal().result(line);
		}
	}

	/** Write a remark, unless nobody wants one. */
	void remark(String line) {
		if (!this.common.quiet) {
			terminal().remark(line);
		}
	}

	/** Keep results as parts of a document, by database; null writes them again. */
	void collect(@Nullable Map<String, Object> parts) {
		this.documents = parts;
	}

	/** Tell whether the result is a part of a document of several databases. */
	boolean isPart() {
		return this.documents != null;
	}

	/**
	 * Write the result as JSON, if that is asked for.
	 * @param exitCode how the command ends
	 * @param fields the document's own
	 * @return the exit code
	 */
	int end(int exitCode, Map<String, ?> fields) {
		Map<String, Object> document = new LinkedHashMap<>();
		if (this.documents != null) {
			document.put("exitCode", exitCode);
			document.putAll(fields);
			this.documents.put(database(), document);
		}
		else if (this.common.json) {
			document.put("schemaVersion", SCHEMA_VERSION);
			document.put("exitCode", exitCode);
			document.putAll(fields);
			terminal().result(Json.write(document));
		}
		return exitCode;
	}

	/** What all commands of one call share. */
	record Session(Workplaces workplaces, Terminal terminal, Interruption interruption) {
	}

}
