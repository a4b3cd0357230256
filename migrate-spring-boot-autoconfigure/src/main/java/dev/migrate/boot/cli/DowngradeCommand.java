package dev.migrate.boot.cli;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.revision.Direction;
import dev.migrate.revision.Target;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code db downgrade}.
 */
@Command(name = "downgrade", description = "Take applied revisions back.",
		footer = { "", "Examples:", "  db downgrade", "  db downgrade -2 --plan", "  db downgrade base --yes",
				"  db downgrade --sql head:base", "  db downgrade --unknown --yes" })
final class DowngradeCommand extends RunCommand {

	@Parameters(paramLabel = "REV", arity = "0..1",
			description = "Where to: -1 (default), -N, base, an id, label@base.")
	@Nullable String target;

	@Option(names = "--unknown",
			description = "Take back what this application does not have, from the SQL recorded in the database.")
	boolean unknown;

	DowngradeCommand(Session session) {
		super(session);
	}

	@Override
	Several run() {
		if (!this.unknown && !(asked().target() instanceof Target.Base)) {
			return Several.ONE;
		}
		return this.options.plan ? Several.EACH : Several.IN_REVERSE;
	}

	@Override
	public Integer call() {
		return this.options.script.sql ? script(Direction.DOWNGRADE, text()) : move(asked());
	}

	@Override
	Asked asked() {
		String text = text();
		if (text == null) {
			return new Asked(Direction.DOWNGRADE, null, "`db downgrade --unknown`");
		}
		Target to = target(text);
		return new Asked(Direction.DOWNGRADE, to, (to instanceof Target.Base) ? "`db downgrade " + to + "`" : null);
	}

	// Nothing stands for what the folder does not have.
	private @Nullable String text() {
		if (!this.unknown) {
			return (this.target != null) ? this.target : "-1";
		}
		if (this.target != null) {
			throw new MigrateException(ErrorCode.USAGE,
					"--unknown takes no revision, but '" + this.target + "' was given.", "Leave one of the two out.");
		}
		return null;
	}

}
