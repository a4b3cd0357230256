package dev.migrate.boot.cli;

import dev.migrate.revision.Direction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code db upgrade}.
 */
@Command(name = "upgrade", description = "Run pending revisions.", footer = { "", "Examples:", "  db upgrade",
		"  db upgrade +1", "  db upgrade ca5cd22ac516 --plan", "  db upgrade --sql base:head > upgrade.sql" })
final class UpgradeCommand extends RunCommand {

	@Parameters(paramLabel = "REV", arity = "0..1", defaultValue = "head",
			description = "Where to: head (default), heads, an id, a label, +N.")
	String target = "head";

	UpgradeCommand(Session session) {
		super(session);
	}

	@Override
	public Integer call() {
		return this.options.script.sql ? script(Direction.UPGRADE, this.target)
				: move(Direction.UPGRADE, target(this.target), null);
	}

}
