package dev.migrate.boot.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.migrate.revision.Applied;
import dev.migrate.revision.RevisionId;
import dev.migrate.revision.TargetParser;
import dev.migrate.service.MigrationService;
import dev.migrate.service.RepairRequest;
import dev.migrate.service.StatusReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code db repair}.
 */
@Command(name = "repair",
		description = "Settle what a failed run, an edit of an applied revision or a change by hand left.",
		footer = { "", "Examples:", "  db repair --resume", "  db repair --undo ca5cd22ac516", "  db repair --accept",
				"  db repair --drift", "  db repair --record -m \"keep the index of the DBA\"" })
final class RepairCommand extends DatabaseCommand {

	@Parameters(paramLabel = "REV", arity = "0..*", description = "Which; by default all that need it.")
	List<String> revisions = new ArrayList<>();

	@ArgGroup(exclusive = true)
	Ways ways = new Ways();

	@Option(names = { "-m", "--message" }, paramLabel = "MSG", description = "Of --record: what it does, in one line.")
	@Nullable String message;

	@Option(names = { "-y", "--yes" }, description = "Of --drift: do not ask before something is dropped.")
	boolean yes;

	@Option(names = "-x", paramLabel = "KEY=VALUE", description = "A value for the code of Java revisions; repeatable.")
	Map<String, String> arguments = new LinkedHashMap<>();

	@Mixin
	final AnswerOptions answers = new AnswerOptions();

	@Mixin
	final RevisionOptions options = new RevisionOptions();

	RepairCommand(Session session) {
		super(session);
	}

	@Override
	Several several() {
		return Several.ONE;
	}

	@Override
	Need need() {
		return this.ways.chosen() ? super.need() : Need.DATABASE;
	}

	@Override
	public Integer call() {
		if (!this.ways.chosen()) {
			return choose();
		}
		if (this.ways.drift) {
			return new WayBack(this, this.answers).go(this.yes);
		}
		if (this.ways.record) {
			return new SchemaRecord(this, this.answers, this.options).write(this.message);
		}
		MigrationService service = service();
		RepairRequest.Action action = this.ways.action();
		List<RevisionId> ids = this.revisions.isEmpty() ? List.of() : ids(service.status());
		List<RevisionId> settled = service.repair(new RepairRequest(action, ids, workplace().actor(), this.arguments));
		result(settled.isEmpty() ? "Nothing to do." : switch (action) {
			case RESUME -> "Resumed ";
			case UNDO -> "Undid ";
			case MARK_DONE -> "Marked as done ";
			case ACCEPT -> "Accepted the edit of ";
		} + Lines.ids(settled) + ".");
		return end(ExitCodes.DONE,
				Lines.fields("action", action.word(), "revisions", settled.stream().map(RevisionId::value).toList()));
	}

	private int choose() {
		if (new RepairChoice(service().status()).nothingToSettle()) {
			result("Nothing to repair: no revision failed half-way, and none was edited after it was applied.");
			remark(RepairChoice.BY_HAND);
		}
		return end(ExitCodes.DONE, Map.of("revisions", List.of()));
	}

	private List<RevisionId> ids(StatusReport status) {
		RevisionText text = RevisionText.of(status);
		Applied applied = status.applied();
		return this.revisions.stream()
			.flatMap((name) -> text.graph().resolve(TargetParser.parse(name), applied).stream())
			.distinct()
			.toList();
	}

	/** At most one of them. */
	static final class Ways {

		@Option(names = "--resume", description = "Go on from the statement that failed.")
		boolean resume;

		@Option(names = "--undo", description = "Run the other way.")
		boolean undo;

		@Option(names = "--mark-done", description = "Take it as done.")
		boolean markDone;

		@Option(names = "--accept", description = "Accept an edited file.")
		boolean accept;

		@Option(names = "--drift", description = "Bring the live schema back to what its applied revisions build.")
		boolean drift;

		@Option(names = "--record", description = "Write what is there as a revision, and mark it as applied.")
		boolean record;

		boolean chosen() {
			return this.resume || this.undo || this.markDone || this.accept || this.drift || this.record;
		}

		RepairRequest.Action action() {
			if (this.resume) {
				return RepairRequest.Action.RESUME;
			}
			if (this.undo) {
				return RepairRequest.Action.UNDO;
			}
			return this.markDone ? RepairRequest.Action.MARK_DONE : RepairRequest.Action.ACCEPT;
		}

	}

}
