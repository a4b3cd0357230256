package dev.migrate.boot.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The options of every command.
 */
final class CommonOptions {

	@Option(names = "--database", paramLabel = "NAME", description = "The database, where the application has several.")
	@Nullable String database;

	@Option(names = "--json", description = "Write the result as one JSON document.")
	boolean json;

	@Option(names = { "-q", "--quiet" }, description = "No remarks.")
	boolean quiet;

	@Option(names = { "-v", "--verbose" }, description = "More of the result; stack traces of failures.")
	boolean verbose;

	@Option(names = { "-h", "--help" }, usageHelp = true, description = "Show this text.")
	boolean help;

}
