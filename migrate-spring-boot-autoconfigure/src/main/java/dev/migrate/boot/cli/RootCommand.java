package dev.migrate.boot.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The word {@code db} itself.
 */
@Command(name = "db", description = "Migrations of this application's database.", synopsisSubcommandLabel = "COMMAND",
		versionProvider = ProjectVersion.class, footer = { "", "`db COMMAND --help` shows a command with an example." })
final class RootCommand {

	@Option(names = { "-h", "--help" }, usageHelp = true, description = "Show this text.")
	boolean help;

	@Option(names = "--version", versionHelp = true, description = "Show which version of Migrate this is.")
	boolean version;

}
