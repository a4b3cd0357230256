package dev.migrate.boot.cli;

import java.util.Optional;

import dev.migrate.diff.Comparison;
import dev.migrate.error.MigrateException;
import dev.migrate.service.Autogeneration;

/**
 * Words for a live schema that is not what its revisions build.
 */
final class DriftText {

	private final DatabaseCommand command;

	DriftText(DatabaseCommand command) {
		this.command = command;
	}

	/** Say it beside another command, which goes on. */
	void warn(Autogeneration autogeneration) {
		try {
			Optional<Comparison> drift = autogeneration.drift();
			if (drift.isPresent() && !drift.get().isEmpty()) {
				this.command
					.remark("Drift: the database is not what its applied revisions build. This is no part of the"
							+ " revision; `db repair --drift` brings the schema back, `db repair --record` writes down what is there. The first would");
				Lines.changes(drift.get()).forEach((line) -> this.command.remark("  " + line));
			}
		}
		catch (MigrateException ex) {
			this.command.remark("Drift was not looked for: " + ex.getMessage());
		}
	}

}
