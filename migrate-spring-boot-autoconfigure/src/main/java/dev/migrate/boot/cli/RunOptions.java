package dev.migrate.boot.cli;

import java.util.LinkedHashMap;
import java.util.Map;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The options of commands that run revisions.
 */
final class RunOptions {

	@Option(names = "--plan", description = "Show the steps; run nothing.")
	boolean plan;

	@Option(names = { "-y", "--yes" }, description = "Do not ask.")
	boolean yes;

	@Option(names = "-x", paramLabel = "KEY=VALUE", description = "A value for the code of Java revisions; repeatable.")
	Map<String, String> arguments = new LinkedHashMap<>();

	@Mixin
	final ScriptOptions script = new ScriptOptions();

	@Option(names = "--idempotent",
			description = "With --sql: pass over what is done already, in psql, so that the script fits any earlier state.")
	boolean idempotent;

}
