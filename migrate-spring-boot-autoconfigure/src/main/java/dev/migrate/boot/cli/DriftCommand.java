package dev.migrate.boot.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.migrate.diff.Comparison;
import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import picocli.CommandLine.Command;

/**
 * {@code db drift}.
 */
@Command(name = "drift", description = "Show where the live schema is not what its applied revisions build.",
		footer = { "", "Example:", "  db drift" })
final class DriftCommand extends DatabaseCommand {

	DriftCommand(Session session) {
		super(session);
	}

	@Override
	public Integer call() {
		Optional<Comparison> drift = workplace().autogeneration().drift();
		if (drift.isEmpty()) {
			throw new MigrateException(ErrorCode.DATABASE_AHEAD,
					"The database has revisions that this application does not have, so drift can't be told.",
					"Run the command with the newer application, or take them back with `db downgrade --unknown`.");
		}
		List<String> lines = Lines.changes(drift.get());
		if (lines.isEmpty()) {
			result("No drift: the live schema is what its applied revisions build.");
			return end(ExitCodes.DONE, Map.of("drift", lines));
		}
		result("To bring the live schema back to what its applied revisions build, `db repair --drift` would");
		lines.forEach((line) -> result("  " + line));
		result("To keep what is there instead: `db repair --record -m …`.");
		return end(ExitCodes.DRIFT, Map.of("drift", lines));
	}

}
