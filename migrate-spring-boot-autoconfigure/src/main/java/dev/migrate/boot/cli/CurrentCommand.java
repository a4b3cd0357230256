package dev.migrate.boot.cli;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.revision.RevisionId;
import dev.migrate.service.RevisionState;
import dev.migrate.service.StatusReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code db current}.
 */
@Command(name = "current", description = "Show what the database is at.",
		footer = { "", "Examples:", "  db current", "  db current --check-heads" })
final class CurrentCommand extends DatabaseCommand {

	@Option(names = { "-c", "--check-heads" }, description = "End with exit code 4 unless every revision is applied.")
	boolean checkHeads;

	CurrentCommand(Session session) {
		super(session);
	}

	@Override
	public Integer call() {
		StatusReport status = service().status();
		RevisionText text = RevisionText.of(status);
		if (this.common.verbose) {
			result("Current revision(s) for " + status.url() + ":");
		}
		for (RevisionId id : status.current()) {
			result(this.common.verbose ? text.entry(id) : text.current(id));
		}
		if (status.current().isEmpty()) {
			remark("Nothing is applied.");
		}
		int pending = status.in(RevisionState.PENDING).size();
		boolean behind = this.checkHeads && pending > 0;
		if (behind && !this.common.json) {
			throw new MigrateException(ErrorCode.BEHIND, "The database is not on all heads: "
					+ Lines.count(pending, "revision") + ((pending == 1) ? " is" : " are") + " pending.",
					"Run `db upgrade`.");
		}
		Map<String, Object> fields = new LinkedHashMap<>();
		fields.put("current", status.current().stream().map(RevisionId::value).toList());
		fields.put("heads", status.heads().stream().map((head) -> head.id().value()).toList());
		fields.put("upToDate", status.upToDate());
		fields.put("pending", pending);
		return end(behind ? ExitCodes.BEHIND : ExitCodes.DONE, fields);
	}

}
