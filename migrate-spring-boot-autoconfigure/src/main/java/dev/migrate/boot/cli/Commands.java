package dev.migrate.boot.cli;

import java.util.List;

/**
 * The list of commands, in the order in which they are shown.
 */
final class Commands {

	private Commands() {
	}

	static List<DatabaseCommand> all(DatabaseCommand.Session session) {
		return List.of(new UpgradeCommand(session), new DowngradeCommand(session), new CurrentCommand(session));
	}

}
