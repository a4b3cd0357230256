package dev.migrate.boot.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import dev.migrate.boot.descriptor.Json;
import dev.migrate.service.MigrationService;
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

	DatabaseCommand(Session session) {
		this.session = session;
	}

	Terminal terminal() {
		return this.session.terminal();
	}

	Workplace workplace() {
		return this.session.workplace();
	}

	Session session() {
		return this.session;
	}

	MigrationService service() {
		return workplace().databases().get(this.common.database);
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

	/**
	 * Write the result as JSON, if that is asked for.
	 * @param exitCode how the command ends
	 * @param fields the document's own
	 * @return the exit code
	 */
	int end(int exitCode, Map<String, ?> fields) {
		if (this.common.json) {
			Map<String, Object> document = new LinkedHashMap<>();
			document.put("schemaVersion", SCHEMA_VERSION);
			document.put("exitCode", exitCode);
			document.putAll(fields);
			terminal().result(Json.write(document));
		}
		return exitCode;
	}

	/** What all commands of one call share. */
	record Session(Workplace workplace, Terminal terminal, Interruption interruption) {
	}

}
