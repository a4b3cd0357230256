package dev.migrate.boot.cli;

import java.util.List;

import dev.migrate.revision.Revision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code db heads}.
 */
@Command(name = "heads", description = "List the revisions that none revises.",
		footer = { "", "Examples:", "  db heads -v", "  db heads --resolve-dependencies" })
final class HeadsCommand extends DatabaseCommand {

	@Option(names = "--resolve-dependencies", description = "Leave out what another revision depends on.")
	boolean resolveDependencies;

	HeadsCommand(Session session) {
		super(session);
	}

	@Override
	public Integer call() {
		RevisionText text = RevisionText.of(service().folder());
		List<Revision> heads = this.resolveDependencies ? text.graph().effectiveHeads() : text.graph().heads();
		heads.forEach((head) -> result(this.common.verbose ? text.entry(head) : text.head(head)));
		if (heads.isEmpty()) {
			remark("There are no revisions.");
		}
		return end(ExitCodes.DONE, Lines.fields("heads", heads.stream().map((head) -> head.id().value()).toList(),
				"revisions", heads.stream().map((head) -> RevisionText.fields(head)).toList()));
	}

}
