package dev.migrate.boot.cli;

import java.util.List;
import java.util.Map;

import dev.migrate.revision.Revision;
import picocli.CommandLine.Command;

/**
 * {@code db branches}.
 */
@Command(name = "branches", description = "List the revisions that several revise.",
		footer = { "", "Example:", "  db branches -v" })
final class BranchesCommand extends DatabaseCommand {

	BranchesCommand(Session session) {
		super(session);
	}

	@Override
	public Integer call() {
		RevisionText text = RevisionText.of(service().folder());
		List<Revision> points = text.graph().branchPoints();
		points.forEach((point) -> result(text.branches(point, this.common.verbose)));
		if (points.isEmpty()) {
			remark("There are no branches.");
		}
		return end(ExitCodes.DONE,
				Map.of("revisions", points.stream().map((point) -> RevisionText.fields(point)).toList()));
	}

}
