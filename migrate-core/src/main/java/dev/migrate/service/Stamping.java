package dev.migrate.service;

import java.util.ArrayList;
import java.util.List;

import dev.migrate.history.AppliedRevision;
import dev.migrate.history.DatabaseState;
import dev.migrate.history.JdbcVersionStore;
import dev.migrate.history.JournalEntry;
import dev.migrate.history.JournalEvent;
import dev.migrate.history.VersionRow;
import dev.migrate.plan.Planner;
import dev.migrate.plan.StampPlan;
import dev.migrate.revision.Applied;
import dev.migrate.revision.Revision;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionId;
import dev.migrate.revision.Target;
import dev.migrate.run.DatabaseSession;
import dev.migrate.script.MigrationFolder;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Rewrites the version table without running a revision.
 */
final class Stamping {

	private final MigrationFolder folder;

	private final DatabaseState state;

	private final Planner planner;

	/**
	 * Create the stamping of one database.
	 * @param folder the revisions of the application
	 * @param state of the database
	 * @param planner makes the rows
	 */
	Stamping(MigrationFolder folder, DatabaseState state, Planner planner) {
		this.folder = folder;
		this.state = state;
		this.planner = planner;
	}

	/**
	 * Say what changes.
	 * @param targets what the database is at afterwards
	 * @param start what counts as applied before; nothing if all is to be forgotten first
	 */
	StampPlan plan(List<Target> targets, Applied start) {
		Applied before = this.state.applied();
		List<Revision> unknown = this.state.rows()
			.stream()
			.filter((row) -> this.folder.find(row.id()).isEmpty())
			.map(AppliedRevision::revision)
			.toList();
		RevisionGraph graph = this.folder.graph().plusRecorded(unknown);
		// By the folder alone: what only the database has is no head to choose between.
		Applied after = this.folder.graph().stamp(start, targets);
		List<RevisionId> removed = before.ids().stream().filter((id) -> !after.contains(id)).toList();
		List<VersionRow> added = inUpgradeOrder(graph, after, before).stream()
			.map((id) -> this.planner.row(this.folder.get(id)))
			.toList();
		return new StampPlan(heads(graph, before), heads(graph, after), removed, added);
	}

	/** Make the changes in one transaction. */
	StampReport write(StampPlan plan, DatabaseSession session, LockedRun run) {
		DataSourceTransactionManager transactions = new DataSourceTransactionManager(
				new SingleConnectionDataSource(session.connection(), false));
		JdbcVersionStore versions = new JdbcVersionStore(session.connection(), session.tables());
		new TransactionTemplate(transactions).executeWithoutResult((status) -> {
			for (RevisionId id : plan.removed()) {
				versions.delete(id);
				run.journal().write(run.identity(), JournalEntry.of(JournalEvent.STAMPED, id, 0, 0, "removed"));
			}
			for (VersionRow row : plan.added()) {
				versions.insert(row);
				run.journal()
					.write(run.identity(), JournalEntry.of(JournalEvent.STAMPED, row.revision().id(), 0, 0, "added"));
			}
		});
		return new StampReport(plan.from(), plan.to(), plan.added().stream().map((row) -> row.revision().id()).toList(),
				plan.removed());
	}

	private static List<RevisionId> inUpgradeOrder(RevisionGraph graph, Applied after, Applied before) {
		List<RevisionId> added = new ArrayList<>();
		for (Revision revision : graph.revisions()) {
			if (after.contains(revision.id()) && !before.contains(revision.id())) {
				added.add(0, revision.id());
			}
		}
		return added;
	}

	private static List<RevisionId> heads(RevisionGraph graph, Applied applied) {
		return graph.currentHeads(applied).stream().map(Revision::id).toList();
	}

}
