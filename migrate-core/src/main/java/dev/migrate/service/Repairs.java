package dev.migrate.service;

import java.util.ArrayList;
import java.util.List;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.history.DatabaseState;
import dev.migrate.history.JdbcVersionStore;
import dev.migrate.history.JournalEntry;
import dev.migrate.history.JournalEvent;
import dev.migrate.history.UnfinishedStep;
import dev.migrate.plan.PlanContext;
import dev.migrate.plan.Planner;
import dev.migrate.plan.Policies;
import dev.migrate.revision.RevisionId;
import dev.migrate.run.DatabaseSession;
import dev.migrate.run.StatementsRun;
import dev.migrate.script.MigrationFolder;
import dev.migrate.script.Section;

/**
 * Settles what a run outside a transaction, or an edit of an applied file, left behind.
 */
final class Repairs {

	private final DatabaseSession session;

	private final MigrationFolder folder;

	private final PlanContext context;

	private final JdbcVersionStore versions;

	Repairs(DatabaseSession session, MigrationFolder folder, PlanContext context) {
		this.session = session;
		this.folder = folder;
		this.context = context;
		this.versions = new JdbcVersionStore(session.connection(), session.tables());
	}

	List<RevisionId> repair(RepairRequest request, DatabaseState state, LockedRun run) {
		return (request.action() == RepairRequest.Action.ACCEPT) ? accept(request, state, run)
				: settle(request, state, run);
	}

	private List<RevisionId> accept(RepairRequest request, DatabaseState state, LockedRun run) {
		Planner planner = new Planner(this.folder, state, this.session.dialect(), Policies.DEFAULT, this.context);
		List<RevisionId> accepted = new ArrayList<>();
		for (RevisionId id : planner.changed(state.rows())) {
			if (request.revisions().isEmpty() || request.revisions().contains(id)) {
				String checksum = this.folder.get(id).checksum(this.session.dialect());
				this.versions.acceptChecksum(id, checksum);
				run.journal()
					.write(run.identity(),
							JournalEntry.of(JournalEvent.REPAIRED, id, 0, 0, "accepted the edit, now " + checksum));
				accepted.add(id);
			}
		}
		return accepted;
	}

	private List<RevisionId> settle(RepairRequest request, DatabaseState state, LockedRun run) {
		List<RevisionId> settled = new ArrayList<>();
		for (UnfinishedStep step : state.unfinished()) {
			if (request.revisions().isEmpty() || request.revisions().contains(step.revision())) {
				settle(request.action(), step, run);
				run.journal()
					.write(run.identity(),
							JournalEntry.of(JournalEvent.REPAIRED, step.revision(), 0, 0, request.action().word()));
				settled.add(step.revision());
			}
		}
		return settled;
	}

	private void settle(RepairRequest.Action action, UnfinishedStep step, LockedRun run) {
		boolean upgrade = step.operation().equals("upgrade");
		boolean forward = action != RepairRequest.Action.UNDO;
		if (action == RepairRequest.Action.RESUME) {
			Section section = section(step.revision(), upgrade);
			run(section, step.revision(), Math.max(1, step.statement()), run);
		}
		else if (action == RepairRequest.Action.UNDO) {
			Section section = section(step.revision(), !upgrade);
			run(section, step.revision(), 1, run);
		}
		if (upgrade == forward) {
			this.versions.finish(step.revision(), 0);
		}
		else {
			this.versions.delete(step.revision());
		}
	}

	private Section section(RevisionId id, boolean upgrade) {
		Section section = this.folder.find(id)
			.map((script) -> upgrade ? script.upgrade(this.session.dialect())
					: script.downgrade(this.session.dialect()))
			.orElseThrow(() -> new MigrateException(ErrorCode.UNKNOWN_TARGET,
					"This application does not have revision " + id + ".",
					"Repair it with the version of the application that has it, or use `db repair --mark-done`."));
		if (section.irreversible() != null) {
			throw new MigrateException(ErrorCode.IRREVERSIBLE,
					"Revision " + id + " can't be undone: " + section.irreversible() + ".",
					"Use `db repair --resume` or `db repair --mark-done`.");
		}
		return section;
	}

	private void run(Section section, RevisionId id, int from, LockedRun run) {
		new StatementsRun(this.session, run.journal(), run.identity()).from(section, id, from);
	}

}
