package dev.migrate.boot.cli;

import java.util.List;
import java.util.Map;

import dev.migrate.service.MigrationDatabases;
import picocli.CommandLine.Command;

/**
 * {@code db ensure-version}.
 */
@Command(name = "ensure-version", aliases = "ensure_version",
		description = "Create the tables of migrations, if they are missing.",
		footer = { "", "Example:", "  db ensure-version" })
final class EnsureVersionCommand extends DatabaseCommand {

	EnsureVersionCommand(Session session) {
		super(session);
	}

	@Override
	Several several() {
		return Several.IN_ORDER;
	}

	@Override
	void checkFirst(List<String> databases) {
		MigrationDatabases.checked("No database was changed", databases,
				(name) -> databases().get(name).status().tablesExist());
	}

	@Override
	public Integer call() {
		boolean created = service().createTables();
		result(created ? "Created the tables of migrations." : "Nothing to do: the tables of migrations are there.");
		return end(ExitCodes.DONE, Map.of("created", created));
	}

}
