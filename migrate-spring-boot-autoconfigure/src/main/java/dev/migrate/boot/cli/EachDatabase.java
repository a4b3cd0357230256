package dev.migrate.boot.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;

/**
 * Runs a command for the databases that it is about: the one that is named, the only one,
 * or one after the other.
 */
final class EachDatabase {

	private final DatabaseCommand command;

	private final List<String> names;

	EachDatabase(DatabaseCommand command, List<String> names) {
		this.command = command;
		this.names = names;
	}

	/** Run a command, and return the exit code. */
	static int run(DatabaseCommand command) throws Exception {
		Several several = command.several();
		if (several == Several.NONE) {
			return command.call();
		}
		String named = command.common.database;
		List<String> names = new ArrayList<>(command.databases().all().keySet());
		if (several == Several.ONE && named == null && names.size() > 1) {
			throw new MigrateException(ErrorCode.USAGE,
					"There are several databases, and this is for one of them. Nothing was done.",
					"Name it with --database: " + String.join(", ", names) + ".");
		}
		if (named != null || names.size() <= 1) {
			command.at(command.databases().name(named));
			return command.call();
		}
		if (several == Several.IN_REVERSE) {
			Collections.reverse(names);
		}
		return new EachDatabase(command, names).run(several != Several.EACH);
	}

	private int run(boolean orderly) {
		Map<String, Object> documents = new LinkedHashMap<>();
		this.command.collect(documents);
		try {
			int exitCode = run(orderly, documents);
			this.command.collect(null);
			return this.command.end(exitCode, Map.of("databases", documents));
		}
		finally {
			// A failure is a document of its own.
			this.command.collect(null);
		}
	}

	private int run(boolean orderly, Map<String, Object> documents) {
		if (orderly) {
			this.command.at(this.names.get(0));
			this.command.checkFirst(this.names);
		}
		int exitCode = ExitCodes.DONE;
		String failed = null;
		for (String name : this.names) {
			this.command.at(name);
			if (failed != null) {
				this.command.remark("[" + name + "] Not begun, because of " + failed + ".");
				documents.put(name, Map.of("begun", false));
				continue;
			}
			int ended = run(name);
			exitCode = ExitCodes.worse(exitCode, ended);
			failed = (orderly && ended != ExitCodes.DONE) ? name : null;
		}
		return exitCode;
	}

	private int run(String name) {
		String heading = "[" + name + "]";
		if (this.command.common.json) {
			this.command.remark(heading);
		}
		this.command.result(heading);
		try {
			return this.command.call();
		}
		catch (Exception ex) {
			int exitCode = new FailureText(this.command.terminal(), heading + " ").tell(ex,
					this.command.common.verbose);
			return this.command.end(exitCode, FailureText.fields(ex));
		}
	}

}
