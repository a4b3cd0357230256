package dev.migrate.boot.cli;

import picocli.CommandLine.Option;

/**
 * The options of commands that run revisions.
 */
final class RunOptions {

	@Option(names = "--plan", description = "Show the steps; run nothing.")
	boolean plan;

	@Option(names = { "-y", "--yes" }, description = "Do not ask.")
	boolean yes;

}
