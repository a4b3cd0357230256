package dev.migrate.boot.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.history.UnfinishedStep;
import dev.migrate.service.RevisionEntry;
import dev.migrate.service.RevisionState;
import dev.migrate.service.RunInProgress;
import dev.migrate.service.StatusReport;
import org.jspecify.annotations.Nullable;

/**
 * What {@code db repair} says when it is not told how: what is to be settled, and the
 * ways there are.
 */
final class RepairChoice {

	static final String BY_HAND = "What was changed by hand, `db drift` shows; `db repair --drift` brings the schema back to"
			+ " what its revisions build,\n`db repair --record -m …` writes what is there as a revision.";

	private final StatusReport status;

	RepairChoice(StatusReport status) {
		this.status = status;
	}

	/**
	 * Tell that there is nothing to choose.
	 * @return whether no revision failed half-way and none was edited
	 * @throws MigrateException naming what is to be settled, and how
	 */
	boolean nothingToSettle() {
		RunInProgress running = this.status.running();
		if (running != null) {
			throw new MigrateException(ErrorCode.LOCKED,
					"A run is in progress, and before it has ended there is nothing to repair: " + running.describe()
							+ ".",
					"Wait until it has ended, then look at `db status`.");
		}
		List<String> sentences = new ArrayList<>();
		List<String> ways = new ArrayList<>();
		List<RevisionEntry> failed = this.status.in(RevisionState.FAILED);
		if (!failed.isEmpty()) {
			sentences.add(failed.stream().map(RepairChoice::failure).collect(Collectors.joining("; ")));
			ways.add(waysOut(failed.get(0).unfinished()));
		}
		List<RevisionEntry> changed = this.status.in(RevisionState.CHANGED);
		if (!changed.isEmpty()) {
			sentences.add(changed.stream().map(RepairChoice::named).collect(Collectors.joining(", "))
					+ ((changed.size() == 1) ? " was" : " were") + " edited after being applied");
			ways.add("Of the edit: bring the old text back, or accept the new one with `db repair --accept`.");
		}
		if (sentences.isEmpty()) {
			return true;
		}
		ways.add(BY_HAND);
		throw new MigrateException(ErrorCode.USAGE,
				"`db repair` has to be told how to settle it: " + String.join("; ", sentences) + ".",
				String.join("\n", ways));
	}

	private static String failure(RevisionEntry entry) {
		UnfinishedStep step = entry.unfinished();
		return named(entry) + ((step != null) ? ": the " + step.operation() + " " + step.describe() : " did not end");
	}

	private static String named(RevisionEntry entry) {
		String message = entry.revision().message();
		return entry.revision().id() + (message.isEmpty() ? "" : " \"" + message + "\"");
	}

	private static String waysOut(@Nullable UnfinishedStep step) {
		String choice = "`db repair --resume` goes on from the statement that "
				+ ((step != null && step.died()) ? "it died at" : "failed")
				+ ", `db repair --undo` runs the other way,\n`db repair --mark-done` takes all of it as done.";
		return (step != null && step.died())
				? "`db " + step.operation() + "` goes on where it can tell what was done. Else: " + choice
				: "When what stood in the way is gone: " + choice;
	}

}
