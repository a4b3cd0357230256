package dev.migrate.boot.cli;

import java.util.List;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The list of commands, in the order in which they are shown.
 */
final class Commands {

	static final List<String> NAMES = List.of("init", "migrate", "revision", "merge", "rebase", "upgrade", "downgrade",
			"current", "status", "history", "heads", "branches", "show", "edit", "create", "load", "stamp", "check",
			"lint", "prove", "chaos", "drift", "repair", "attributes", "ensure-version", "list-templates",
			"completion");

	private Commands() {
	}

	/**
	 * Return how much of the application a command needs. What is not listed compares,
	 * proves or reads entities.
	 */
	static Need need(String name) {
		return switch (name) {
			case "completion" -> Need.NOTHING;
			case "history", "heads", "branches", "show" -> Need.REVISIONS;
			case "current", "status", "list-templates" -> Need.DATABASE;
			case "upgrade", "downgrade", "stamp", "ensure-version", "create", "load" -> Need.RUN;
			default -> Need.APPLICATION;
		};
	}

	/**
	 * Make what parses a call. Reading the options of all commands takes longer than most
	 * commands: only those that are named have theirs.
	 */
	static CommandLine root(List<String> words, DatabaseCommand.Session session) {
		// Some have a second name with an underscore, as Alembic's.
		List<String> names = words.stream().map((word) -> word.replace('_', '-')).toList();
		CommandLine root = new CommandLine(new RootCommand());
		boolean all = names.contains("completion");
		if (!all && !names.isEmpty() && NAMES.contains(names.get(0))) {
			return root.addSubcommand(named(names.get(0), session));
		}
		for (String name : NAMES) {
			DatabaseCommand command = named(name, session);
			root.addSubcommand((all || names.contains(name)) ? command : described(command));
		}
		return root;
	}

	static DatabaseCommand named(String name, DatabaseCommand.Session session) {
		return switch (name) {
			case "init" -> new InitCommand(session);
			case "migrate" -> new MigrateCommand(session);
			case "revision" -> new RevisionCommand(session);
			case "merge" -> new MergeCommand(session);
			case "rebase" -> new RebaseCommand(session);
			case "upgrade" -> new UpgradeCommand(session);
			case "downgrade" -> new DowngradeCommand(session);
			case "current" -> new CurrentCommand(session);
			case "status" -> new StatusCommand(session);
			case "history" -> new HistoryCommand(session);
			case "heads" -> new HeadsCommand(session);
			case "branches" -> new BranchesCommand(session);
			case "show" -> new ShowCommand(session);
			case "edit" -> new EditCommand(session);
			case "create" -> new CreateCommand(session);
			case "load" -> new LoadCommand(session);
			case "stamp" -> new StampCommand(session);
			case "check" -> new CheckCommand(session);
			case "lint" -> new LintCommand(session);
			case "prove" -> new ProveCommand(session);
			case "chaos" -> new ChaosCommand(session);
			case "drift" -> new DriftCommand(session);
			case "repair" -> new RepairCommand(session);
			case "attributes" -> new AttributesCommand(session);
			case "ensure-version" -> new EnsureVersionCommand(session);
			case "list-templates" -> new ListTemplatesCommand(session);
			case "completion" -> new CompletionCommand(session);
			default -> throw new IllegalArgumentException(name);
		};
	}

	private static CommandSpec described(DatabaseCommand command) {
		Command written = command.getClass().getAnnotation(Command.class);
		CommandSpec spec = CommandSpec.create().name(written.name()).aliases(written.aliases());
		spec.usageMessage().description(written.description());
		return spec;
	}

}
