package dev.migrate.service;

import java.util.ArrayList;
import java.util.List;

import dev.migrate.history.DatabaseState;
import dev.migrate.history.JdbcVersionStore;
import dev.migrate.history.JournalEntry;
import dev.migrate.history.JournalEvent;
import dev.migrate.plan.PlanContext;
import dev.migrate.plan.Planner;
import dev.migrate.plan.Policies;
import dev.migrate.revision.Applied;
import dev.migrate.revision.Revision;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionId;
import dev.migrate.run.DatabaseSession;
import dev.migrate.script.MigrationFolder;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Rewrites the version table without running a revision, in one transaction.
 */
final class Stamping {

	private final DatabaseSession session;

	private final MigrationFolder folder;

	private final PlanContext context;

	Stamping(DatabaseSession session, MigrationFolder folder, PlanContext context) {
		this.session = session;
		this.folder = folder;
		this.context = context;
	}

	StampReport stamp(StampRequest request, DatabaseState state, LockedRun run) {
		Applied before = state.applied();
		List<RevisionId> unknown = before.ids().stream().filter((id) -> this.folder.find(id).isEmpty()).toList();
		RevisionGraph graph = this.folder.graph()
			.plusRecorded(state.rows()
				.stream()
				.filter((row) -> unknown.contains(row.id()))
				.map((row) -> row.revision())
				.toList());
		Applied start = request.purge() ? Applied.none() : before;
		// By the folder alone: what only the database has is no head to choose between.
		Applied after = this.folder.graph().stamp(start, request.targets());
		List<RevisionId> removed = before.ids().stream().filter((id) -> !after.contains(id)).toList();
		List<RevisionId> added = inUpgradeOrder(graph, after, before);
		DataSourceTransactionManager transactions = new DataSourceTransactionManager(
				new SingleConnectionDataSource(this.session.connection(), true));
		new TransactionTemplate(transactions).executeWithoutResult((status) -> write(state, run, added, removed));
		return new StampReport(heads(graph, before), heads(graph, after), added, removed);
	}

	private void write(DatabaseState state, LockedRun run, List<RevisionId> added, List<RevisionId> removed) {
		JdbcVersionStore versions = new JdbcVersionStore(this.session.connection(), this.session.tables());
		Planner planner = new Planner(this.folder, state, this.session.dialect(), Policies.DEFAULT, this.context);
		for (RevisionId id : removed) {
			versions.delete(id);
			run.journal().write(run.identity(), JournalEntry.of(JournalEvent.STAMPED, id, 0, 0, "removed"));
		}
		for (RevisionId id : added) {
			versions.insert(planner.row(this.folder.get(id)));
			run.journal().write(run.identity(), JournalEntry.of(JournalEvent.STAMPED, id, 0, 0, "added"));
		}
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
