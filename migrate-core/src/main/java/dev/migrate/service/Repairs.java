package dev.migrate.service;

import java.util.ArrayList;
import java.util.List;

import dev.migrate.history.DatabaseState;
import dev.migrate.history.JdbcVersionStore;
import dev.migrate.history.JournalEntry;
import dev.migrate.history.JournalEvent;
import dev.migrate.history.UnfinishedStep;
import dev.migrate.plan.PlanContext;
import dev.migrate.plan.Planner;
import dev.migrate.plan.Policies;
import dev.migrate.plan.Step;
import dev.migrate.revision.Direction;
import dev.migrate.revision.RevisionId;
import dev.migrate.run.DatabaseSession;
import dev.migrate.run.StatementsRun;
import dev.migrate.script.MigrationFolder;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

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

	List<RevisionId> repair(RepairRequest request, DatabaseState state, LockedRun run, StatementsRun work) {
		return (request.action() == RepairRequest.Action.ACCEPT) ? accept(request, state, run)
				: settle(request, state, run, work);
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

	private List<RevisionId> settle(RepairRequest request, DatabaseState state, LockedRun run, StatementsRun work) {
		Planner planner = new Planner(this.folder, new StateReader(this.session).withRecorded(state, this.folder),
				this.session.dialect(), Policies.DEFAULT, this.context);
		List<RevisionId> settled = new ArrayList<>();
		for (UnfinishedStep step : state.unfinished()) {
			if (request.revisions().isEmpty() || request.revisions().contains(step.revision())) {
				Direction end = settle(request.action(), step, planner, run, work);
				atOnce(() -> write(step.revision(), end, request.action(), run));
				settled.add(step.revision());
			}
		}
		return settled;
	}

	/** Run what has to run, and return which way the revision went in the end. */
	private Direction settle(RepairRequest.Action action, UnfinishedStep unfinished, Planner planner, LockedRun run,
			StatementsRun work) {
		Direction begun = unfinished.operation().equals("downgrade") ? Direction.DOWNGRADE : Direction.UPGRADE;
		RevisionId id = unfinished.revision();
		return switch (action) {
			case RESUME -> {
				work.resume(planner.again(id, begun), unfinished);
				yield begun;
			}
			case UNDO -> {
				Direction back = (begun == Direction.UPGRADE) ? Direction.DOWNGRADE : Direction.UPGRADE;
				Step step = planner.again(id, back);
				int statements = step.section().actions().size();
				// From here on it is a revision on its way back.
				run.journal().write(run.as(back), JournalEntry.of(JournalEvent.STATEMENT, id, 0, statements, "undo"));
				work.forgive(step);
				yield back;
			}
			case MARK_DONE, ACCEPT -> begun;
		};
	}

	private void write(RevisionId id, Direction end, RepairRequest.Action action, LockedRun run) {
		if (end == Direction.UPGRADE) {
			this.versions.finish(id, 0);
			// The file may have been mended since it was claimed.
			this.folder.find(id)
				.ifPresent((script) -> this.versions.acceptChecksum(id, script.checksum(this.session.dialect())));
		}
		else {
			this.versions.delete(id);
		}
		run.journal().write(run.identity(), JournalEntry.of(JournalEvent.REPAIRED, id, 0, 0, action.word()));
	}

	private void atOnce(Runnable work) {
		DataSourceTransactionManager transactions = new DataSourceTransactionManager(
				new SingleConnectionDataSource(this.session.connection(), false));
		new TransactionTemplate(transactions).executeWithoutResult((status) -> work.run());
	}

}
