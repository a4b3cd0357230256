package dev.migrate.boot.cli;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.migrate.boot.descriptor.RevisionDescriptor;
import dev.migrate.revision.Applied;
import dev.migrate.revision.Range;
import dev.migrate.revision.RangeParser;
import dev.migrate.revision.Revision;
import dev.migrate.revision.RevisionId;
import dev.migrate.service.RevisionEntry;
import dev.migrate.service.StatusReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code db history}.
 */
@Command(name = "history", description = "List the revisions, newest first.", footer = { "", "Examples:",
		"  db history", "  db history -r-3:", "  db history -r current: -v", "  db history --graph" })
final class HistoryCommand extends DatabaseCommand {

	@Option(names = { "-r", "--rev-range" }, paramLabel = "A:B", description = "Only from A to B, both included.")
	@Nullable String range;

	@Option(names = { "-i", "--indicate-current" }, description = "Mark what the database is at.")
	boolean indicateCurrent;

	@Option(names = "--graph", description = "Draw branches and merges as lanes.")
	boolean graph;

	HistoryCommand(Session session) {
		super(session);
	}

	@Override
	Need need() {
		return needsDatabase() ? Need.DATABASE : super.need();
	}

	private boolean needsDatabase() {
		return this.indicateCurrent || (this.range != null && this.range.contains("current"));
	}

	@Override
	public Integer call() {
		Range between = (this.range != null) ? RangeParser.parse(this.range) : new Range(null, null);
		if (needsDatabase()) {
			return withDatabase(between, service().status());
		}
		RevisionText text = RevisionText.of(service().folder());
		List<Revision> revisions = text.graph().history(between, Applied.none());
		show(text, revisions);
		return end(ExitCodes.DONE,
				Map.of("revisions", revisions.stream().map((revision) -> RevisionText.fields(revision)).toList()));
	}

	private int withDatabase(Range between, StatusReport status) {
		RevisionText text = RevisionText.of(status);
		List<Revision> revisions = text.graph().history(between, status.applied());
		show(text, revisions);
		Set<RevisionId> shown = revisions.stream().map(Revision::id).collect(Collectors.toSet());
		List<RevisionEntry> entries = status.revisions()
			.stream()
			.filter((entry) -> shown.contains(entry.revision().id()))
			.toList();
		return end(ExitCodes.DONE,
				Map.of("revisions", entries.stream().map((entry) -> RevisionDescriptor.of(entry).fields()).toList()));
	}

	private void show(RevisionText text, List<Revision> revisions) {
		RevisionLanes.Description shape = this.common.verbose ? text::entry : this.graph ? text::lane : text::history;
		if (this.graph) {
			RevisionLanes.draw(revisions, shape).forEach(this::result);
		}
		else {
			revisions.forEach((revision) -> result(shape.of(revision)));
		}
		if (revisions.isEmpty()) {
			remark("There are no revisions.");
		}
	}

}
