package dev.migrate.boot.cli;

import java.util.List;

/**
 * The list of commands, in the order in which they are shown.
 */
final class Commands {

	private Commands() {
	}

	static List<DatabaseCommand> all(DatabaseCommand.Session session) {
		return List.of(new InitCommand(session), new MigrateCommand(session), new RevisionCommand(session),
				new MergeCommand(session), new RebaseCommand(session), new UpgradeCommand(session),
				new DowngradeCommand(session), new CurrentCommand(session), new StatusCommand(session),
				new HistoryCommand(session), new HeadsCommand(session), new BranchesCommand(session),
				new ShowCommand(session), new EditCommand(session), new CreateCommand(session),
				new LoadCommand(session), new StampCommand(session), new CheckCommand(session),
				new LintCommand(session), new ProveCommand(session), new ChaosCommand(session),
				new DriftCommand(session), new RepairCommand(session), new AttributesCommand(session),
				new EnsureVersionCommand(session), new ListTemplatesCommand(session), new CompletionCommand(session));
	}

}
