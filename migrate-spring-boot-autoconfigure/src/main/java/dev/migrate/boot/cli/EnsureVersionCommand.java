package dev.migrate.boot.cli;

import java.util.List;
import java.util.Map;

import dev.migrate.service.MigrationDatabases;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code db ensure-version}.
 */
@Command(name = "ensure-version", aliases = "ensure_version",
		description = "Create the tables of migrations, if they are missing.", footer = { "", "Examples:",
				"  db ensure-version", "  db ensure-version --sql --dialect postgresql > tables.sql" })
final class EnsureVersionCommand extends DatabaseCommand {

	@Option(names = "--sql", description = "Print the statements that create them; run nothing.")
	boolean sql;

	@Option(names = "--dialect", paramLabel = "NAME",
			description = "The database that the script is for: postgresql, postgresql:16, h2; without it the"
					+ " application's own is asked.")
	@Nullable String dialect;

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
		if (this.sql) {
			String script = service().tablesScript(this.dialect);
			result(script.stripTrailing());
			return end(ExitCodes.DONE, Map.of("created", false, "sql", script));
		}
		if (this.dialect != null) {
			throw ScriptOptions.onlyWithSql("--dialect");
		}
		boolean created = service().createTables();
		result(created ? "Created the tables of migrations." : "Nothing to do: the tables of migrations are there.");
		return end(ExitCodes.DONE, Map.of("created", created));
	}

}
