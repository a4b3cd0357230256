package dev.migrate.service;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import dev.migrate.dialect.DatabaseFailure;
import dev.migrate.dialect.FailureKind;
import dev.migrate.dialect.ServerVersion;
import dev.migrate.history.AppliedRevision;
import dev.migrate.history.DatabaseState;
import dev.migrate.history.DowngradeMode;
import dev.migrate.history.FailedRun;
import dev.migrate.history.JdbcJournal;
import dev.migrate.history.UnfinishedStep;
import dev.migrate.plan.PlanContext;
import dev.migrate.plan.Planner;
import dev.migrate.plan.Policies;
import dev.migrate.revision.Revision;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionId;
import dev.migrate.run.DatabaseSession;
import dev.migrate.script.MigrationFolder;
import dev.migrate.script.MigrationScript;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/**
 * Puts folder and database side by side. Writes nothing.
 */
final class StatusReader {

	private final DatabaseSession session;

	private final MigrationFolder folder;

	private final PlanContext context;

	StatusReader(DatabaseSession session, MigrationFolder folder, PlanContext context) {
		this.session = session;
		this.folder = folder;
		this.context = context;
	}

	StatusReport read() {
		DatabaseState state = new StateReader(this.session).readBesideOthers();
		List<AppliedRevision> unknown = state.rows()
			.stream()
			.filter((row) -> this.folder.find(row.id()).isEmpty())
			.toList();
		RevisionGraph graph = this.folder.graph()
			.plusRecorded(unknown.stream().map(AppliedRevision::revision).toList());
		List<RevisionId> current = graph.currentHeads(graph.normalise(state.applied()))
			.stream()
			.map(Revision::id)
			.toList();
		try {
			return new StatusReport(ServerVersion.of(this.session.connection()), this.session.dialect().name(), url(),
					this.session.tables().schema(), state.tablesExist(), current, this.folder.graph().heads(),
					entries(state, graph), new RunInProgressReader(this.session, graph, state).read(),
					state.unfinished().isEmpty() ? List.of()
							: this.session.dialect().leftovers(this.session.connection()));
		}
		catch (SQLException ex) {
			throw this.session.refused("reading the status", ex);
		}
	}

	private String url() throws SQLException {
		String url = this.session.connection().getMetaData().getURL();
		if (url == null) {
			return "";
		}
		int options = url.indexOf('?');
		int semicolon = url.indexOf(';');
		int end = (options >= 0) ? options : url.length();
		return url.substring(0, (semicolon >= 0 && semicolon < end) ? semicolon : end).replaceAll("//[^/@]*@", "//");
	}

	private List<RevisionEntry> entries(DatabaseState state, RevisionGraph graph) {
		Planner planner = new Planner(this.folder, state, this.session.dialect(), Policies.DEFAULT, this.context);
		Set<RevisionId> changed = new HashSet<>(planner.changed(state.rows()));
		Set<RevisionId> counted = new HashSet<>(graph.normalise(state.applied()).ids());
		Map<RevisionId, AppliedRevision> rows = state.byId();
		Map<RevisionId, UnfinishedStep> unfinished = new TreeMap<>();
		state.unfinished().forEach((step) -> unfinished.put(step.revision(), step));
		Map<RevisionId, FailedRun> failures = failures(state);
		List<RevisionEntry> entries = new ArrayList<>();
		for (Revision revision : graph.revisions()) {
			RevisionId id = revision.id();
			AppliedRevision row = rows.get(id);
			RevisionState known = state(row, this.folder.find(id).isPresent(), changed.contains(id));
			RevisionState shown = (known == RevisionState.PENDING && counted.contains(id)) ? RevisionState.APPLIED
					: known;
			entries.add(new RevisionEntry(revision, shown, row, unfinished.get(id),
					unfinished.containsKey(id) ? null : failures.get(id), reversible(id, row),
					this.folder.find(id).map(MigrationScript::location).orElse(null)));
		}
		return entries;
	}

	private Map<RevisionId, FailedRun> failures(DatabaseState state) {
		Map<RevisionId, FailedRun> failures = new TreeMap<>();
		Set<RevisionId> applied = state.byId().keySet();
		for (FailedRun failed : state.tablesExist() ? failedRuns() : List.<FailedRun>of()) {
			// Another run may have done it since.
			if (failed.operation().equals("downgrade") == applied.contains(failed.revision())) {
				failures.put(failed.revision(), failed);
			}
		}
		return failures;
	}

	private List<FailedRun> failedRuns() {
		try {
			return new JdbcJournal(this.session.connection(), this.session.tables()).failedRuns();
		}
		catch (DataAccessException ex) {
			SQLException cause = DatabaseFailure.cause(ex);
			if (cause == null) {
				throw ex;
			}
			if (this.session.dialect().failureKind(cause) == FailureKind.MISSING_TABLE) {
				return List.of();
			}
			throw this.session.refused("reading the journal", cause);
		}
	}

	private static RevisionState state(@Nullable AppliedRevision row, boolean inFolder, boolean changed) {
		if (row == null) {
			return RevisionState.PENDING;
		}
		if (row.unfinished()) {
			return RevisionState.FAILED;
		}
		if (row.replacedBy() != null) {
			return RevisionState.REPLACED;
		}
		if (!inFolder) {
			return RevisionState.UNKNOWN;
		}
		return changed ? RevisionState.CHANGED : RevisionState.APPLIED;
	}

	private boolean reversible(RevisionId id, @Nullable AppliedRevision row) {
		return this.folder.find(id)
			.map((script) -> script.downgrade(this.session.dialect()).irreversible() == null)
			.orElseGet(() -> row != null && (row.downgradeMode() == DowngradeMode.TRANSACTIONAL
					|| row.downgradeMode() == DowngradeMode.NON_TRANSACTIONAL));
	}

}
