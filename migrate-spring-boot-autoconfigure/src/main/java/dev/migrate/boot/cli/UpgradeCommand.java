package dev.migrate.boot.cli;

import java.util.Set;

import dev.migrate.revision.Direction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code db upgrade}.
 */
@Command(name = "upgrade", description = "Run pending revisions.", footer = { "", "Examples:", "  db upgrade",
		"  db upgrade +1", "  db upgrade ca5cd22ac516 --plan", "  db upgrade --sql base:head > upgrade.sql" })
final class UpgradeCommand extends RunCommand {

	/** What means something in every database. */
	private static final Set<String> EVERYWHERE = Set.of("head", "heads");

	@Parameters(paramLabel = "REV", arity = "0..1", defaultValue = "head",
			description = "Where to: head (default), heads, an id, a label, +N.")
	String target = "head";

	UpgradeCommand(Session session) {
		super(session);
	}

	@Override
	Several run() {
		if (!EVERYWHERE.contains(this.target)) {
			return Several.ONE;
		}
		return this.options.plan ? Several.EACH : Several.IN_ORDER;
	}

	@Override
	public Integer call() {
		return this.options.script.sql ? script(Direction.UPGRADE, this.target) : move(asked());
	}

	@Override
	Asked asked() {
		return new Asked(Direction.UPGRADE, target(this.target), null);
	}

}
