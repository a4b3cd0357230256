package dev.migrate.service;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.migrate.dialect.DatabaseFailure;
import dev.migrate.dialect.FailureKind;
import dev.migrate.dialect.LockHolder;
import dev.migrate.history.DatabaseState;
import dev.migrate.history.JdbcJournal;
import dev.migrate.history.JournalEvent;
import dev.migrate.history.OpenRun;
import dev.migrate.plan.RunSummary;
import dev.migrate.plan.TransactionMode;
import dev.migrate.revision.Applied;
import dev.migrate.revision.Revision;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionId;
import dev.migrate.revision.Target;
import dev.migrate.run.DatabaseSession;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/**
 * Finds out what another run is at. What it does in a transaction can't be seen, but
 * where it goes stands in the journal, and the order of a run is always the same.
 */
final class RunInProgressReader {

	private final DatabaseSession session;

	private final RevisionGraph graph;

	private final DatabaseState state;

	RunInProgressReader(DatabaseSession session, RevisionGraph graph, DatabaseState state) {
		this.session = session;
		this.graph = graph;
		this.state = state;
	}

	@Nullable RunInProgress read() throws SQLException {
		LockHolder holder = new Holders(this.session).find(this.state.tablesExist());
		if (holder == null) {
			return null;
		}
		OpenRun run = openRun().orElse(null);
		if (run == null) {
			return new RunInProgress(holder, null, null, 0, 0);
		}
		OpenRun.Line last = run.lines().isEmpty() ? null : run.lines().get(run.lines().size() - 1);
		if (last != null && (last.event() == JournalEvent.STATEMENT || last.event() == JournalEvent.DONE)) {
			return new RunInProgress(holder, run, this.graph.find(last.revision()).orElse(null), last.statement(),
					last.statements());
		}
		return new RunInProgress(holder, run, next(run), 0, 0);
	}

	// Whoever can't read the journal is still told who holds the lock.
	private Optional<OpenRun> openRun() {
		if (!this.state.tablesExist()) {
			return Optional.empty();
		}
		try {
			return new JdbcJournal(this.session.connection(), this.session.tables()).openRun();
		}
		catch (DataAccessException ex) {
			SQLException cause = DatabaseFailure.cause(ex);
			if (cause == null || this.session.dialect().failureKind(cause) == FailureKind.CONNECTION) {
				throw ex;
			}
			return Optional.empty();
		}
	}

	private @Nullable Revision next(OpenRun run) {
		RunSummary summary = (run.detail() != null) ? RunSummary.parse(run.detail()).orElse(null) : null;
		if (summary == null || summary.mode() == TransactionMode.ALL
				|| summary.to().stream().anyMatch((id) -> this.graph.find(id).isEmpty())) {
			return null;
		}
		Set<RevisionId> goal = below(summary.to());
		Set<RevisionId> there = new HashSet<>(this.graph.normalise(this.state.applied()).ids());
		// What is written about its steps may be newer than the state.
		for (OpenRun.Line line : run.lines()) {
			if (line.event() == JournalEvent.APPLIED) {
				there.add(line.revision());
			}
			else if (line.event() == JournalEvent.REVERTED) {
				there.remove(line.revision());
			}
		}
		boolean up = !run.identity().operation().equals("downgrade");
		List<Revision> order = this.graph.revisions();
		for (int index = 0; index < order.size(); index++) {
			Revision revision = order.get(up ? order.size() - 1 - index : index);
			if (goal.contains(revision.id()) == up && there.contains(revision.id()) != up) {
				return revision;
			}
		}
		return null;
	}

	private Set<RevisionId> below(List<RevisionId> heads) {
		Set<RevisionId> below = new HashSet<>();
		for (RevisionId head : heads) {
			this.graph.upgrade(Applied.none(), Target.of(head))
				.forEach((movement) -> below.add(movement.revision().id()));
		}
		return below;
	}

}
