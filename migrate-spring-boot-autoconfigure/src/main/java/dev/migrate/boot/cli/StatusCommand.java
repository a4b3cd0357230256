package dev.migrate.boot.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import dev.migrate.boot.descriptor.DatabaseDescriptor;
import dev.migrate.boot.descriptor.MigrationsDescriptor;
import dev.migrate.history.FailedRun;
import dev.migrate.history.UnfinishedStep;
import dev.migrate.revision.RevisionId;
import dev.migrate.service.RevisionEntry;
import dev.migrate.service.RevisionState;
import dev.migrate.service.RunInProgress;
import dev.migrate.service.StatusReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/**
 * {@code db status}.
 */
@Command(name = "status", description = "Show how the database stands, on one screen.",
		footer = { "", "Examples:", "  db status", "  db status --json" })
final class StatusCommand extends DatabaseCommand {

	private static final int SHOWN = 10;

	StatusCommand(Session session) {
		super(session);
	}

	@Override
	public Integer call() {
		StatusReport status = service().status();
		show(database(), status);
		DatabaseDescriptor described = DatabaseDescriptor.of(status);
		return end(ExitCodes.DONE,
				isPart() ? described.fields() : new MigrationsDescriptor(Map.of(database(), described)).fields());
	}

	private void show(String name, StatusReport status) {
		RevisionText text = RevisionText.of(status);
		line("Database", name + ": " + status.server() + ", " + status.url() + ", schema " + status.schema());
		line("Current", status.current().isEmpty() ? "nothing is applied"
				: status.current().stream().map((id) -> described(id, text)).collect(Collectors.joining("\n")));
		line("Heads", status.heads().isEmpty() ? "no revisions"
				: status.heads().stream().map((head) -> described(head.id(), text)).collect(Collectors.joining("\n")));
		List<RevisionEntry> pending = status.in(RevisionState.PENDING);
		line("Pending", pending.isEmpty() ? "none" : listed(pending));
		entries("Unknown", status.in(RevisionState.UNKNOWN));
		entries("Changed", status.in(RevisionState.CHANGED));
		for (RevisionEntry failed : status.in(RevisionState.FAILED)) {
			line("Failed", described(failed) + ((failed.unfinished() != null)
					? ": " + failed.unfinished().operation() + " " + failed.unfinished().describe() : ""));
		}
		for (RevisionEntry entry : status.revisions()) {
			FailedRun failed = entry.lastFailure();
			if (failed != null) {
				line("Failed", described(entry) + ": " + failed.describe() + ", nothing of it remains"
						+ ((failed.detail() != null) ? "\n  " + failed.detail().replaceAll("\\s+", " ") : ""));
			}
		}
		status.leftovers().forEach((leftover) -> line("Left over", leftover));
		running(status.running());
		line("Verdict", verdict(status, pending.size()));
	}

	private void running(@Nullable RunInProgress running) {
		if (running == null) {
			line("Lock", "free");
			return;
		}
		line("Lock", "held by " + running.holder().description());
		line("Running", running.describe());
	}

	private void entries(String title, List<RevisionEntry> entries) {
		if (!entries.isEmpty()) {
			line(title, listed(entries));
		}
	}

	private void line(String title, String text) {
		String head = String.format(Locale.ROOT, "%-11s", title);
		for (String line : text.split("\n", -1)) {
			result(head + line);
			head = " ".repeat(head.length());
		}
	}

	private static String listed(List<RevisionEntry> entries) {
		String first = entries.stream().limit(SHOWN).map(StatusCommand::described).collect(Collectors.joining("\n"));
		return (entries.size() <= SHOWN) ? first : first + "\n… and " + (entries.size() - SHOWN) + " more";
	}

	private static String described(RevisionEntry entry) {
		String message = entry.revision().message();
		return entry.revision().id() + (message.isEmpty() ? "" : " \"" + message + "\"");
	}

	private static String described(RevisionId id, RevisionText text) {
		return text.graph().find(id).map((revision) -> {
			String message = revision.message().isEmpty() ? "" : " \"" + revision.message() + "\"";
			return text.current(id) + message;
		}).orElse(id.value());
	}

	private static String verdict(StatusReport status, int pending) {
		if (status.running() != null) {
			return "a run is in progress: wait until it has ended, then look again";
		}
		List<RevisionEntry> failed = status.in(RevisionState.FAILED);
		if (!failed.isEmpty()) {
			UnfinishedStep step = failed.get(0).unfinished();
			return (step != null && step.died())
					? "a run died half-way: `db " + step.operation() + "` goes on, or says what to settle first"
					: "a run failed half-way: settle it with `db repair`";
		}
		if (!status.in(RevisionState.CHANGED).isEmpty()) {
			return "applied revisions were edited: bring the text back, or `db repair --accept`";
		}
		boolean unknown = !status.in(RevisionState.UNKNOWN).isEmpty();
		if (pending > 0) {
			return unknown ? "database and application have gone different ways: `db downgrade --unknown` first"
					: "behind by " + Lines.count(pending, "revision") + ": run `db upgrade`"
							+ ((status.heads().size() > 1) ? ", or `db merge` first: there are several heads" : "");
		}
		return unknown ? "ahead of this application" : "up to date";
	}

}
