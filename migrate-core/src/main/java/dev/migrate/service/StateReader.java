package dev.migrate.service;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import dev.migrate.dialect.DatabaseFailure;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.FailureKind;
import dev.migrate.dialect.LockHolder;
import dev.migrate.history.AppliedRevision;
import dev.migrate.history.DatabaseState;
import dev.migrate.history.JdbcJournal;
import dev.migrate.history.JdbcVersionStore;
import dev.migrate.history.JournalEvent;
import dev.migrate.history.RecordedDowngrade;
import dev.migrate.history.UnfinishedStep;
import dev.migrate.revision.RevisionId;
import dev.migrate.run.DatabaseSession;
import dev.migrate.script.MigrationFolder;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/**
 * Reads what the database remembers. A missing table is an answer; a missing privilege is
 * not taken for one.
 */
final class StateReader {

	// A run may end between two questions, and the next begin.
	private static final int READS = 4;

	private final DatabaseSession session;

	// That there are no tables is known without asking twice. Whoever writes reads again.
	private @Nullable DatabaseState found;

	StateReader(DatabaseSession session) {
		this.session = session;
	}

	/**
	 * Ask the one question of an up-to-date boot.
	 * @param fingerprint of the sources as they are now
	 * @return true if the last run left nothing pending with the same sources
	 */
	boolean isUpToDate(String fingerprint) {
		Dialect dialect = this.session.dialect();
		try (Statement statement = this.session.connection().createStatement();
				ResultSet rows = statement
					.executeQuery(dialect.glance(this.session.bareVersionTable(), this.session.bareJournalTable()))) {
			if (!rows.next() || !Objects.equals(rows.getString("schema_name"), schema(rows))) {
				return false;
			}
			this.session.schemaIs(rows.getString("schema_name"));
			return JournalEvent.FINISHED.word().equals(rows.getString("outcome"))
					&& fingerprint.equals(rows.getString("fingerprint"))
					&& rows.getLong("applied") == rows.getLong("expected");
		}
		catch (SQLException ex) {
			FailureKind kind = dialect.failureKind(ex);
			if (kind == FailureKind.MISSING_TABLE || kind == FailureKind.MISSING_SCHEMA) {
				this.found = DatabaseState.EMPTY;
				return false;
			}
			throw this.session.refused("reading the version table", ex);
		}
	}

	// With a configured schema the table is named with it, whatever is current.
	private String schema(ResultSet row) throws SQLException {
		return this.session.hasConfiguredSchema() ? row.getString("schema_name") : row.getString("current_schema_name");
	}

	/**
	 * Read the version table, and how far unfinished revisions got.
	 * @return the state; {@link DatabaseState#EMPTY} if there is no version table
	 */
	DatabaseState read() {
		try {
			return rows();
		}
		catch (DataAccessException ex) {
			SQLException cause = DatabaseFailure.cause(ex);
			if (cause == null) {
				throw ex;
			}
			FailureKind kind = this.session.dialect().failureKind(cause);
			if (kind == FailureKind.MISSING_TABLE || kind == FailureKind.MISSING_SCHEMA) {
				return DatabaseState.EMPTY;
			}
			throw this.session.refused("reading the version table", cause);
		}
	}

	private DatabaseState rows() {
		Connection connection = this.session.connection();
		List<AppliedRevision> rows = new JdbcVersionStore(connection, this.session.tables()).read();
		List<UnfinishedStep> unfinished = new ArrayList<>();
		for (AppliedRevision row : rows) {
			if (row.unfinished()) {
				unfinished.add(new JdbcJournal(connection, this.session.tables()).unfinished(row.id()));
			}
		}
		return new DatabaseState(true, rows, unfinished, Map.of());
	}

	/**
	 * Read without holding the lock. What another run is at in this moment is not
	 * unfinished business: it counts as it was before that run claimed it.
	 * @return the state
	 */
	DatabaseState readBesideOthers() {
		if (this.found != null) {
			return this.found;
		}
		DatabaseState state = read();
		for (int attempt = 1; attempt < READS && !state.unfinished().isEmpty(); attempt++) {
			if (holder(state) != null) {
				return withoutUnfinished(state);
			}
			state = read();
		}
		return state;
	}

	private @Nullable LockHolder holder(DatabaseState state) {
		try {
			return new Holders(this.session).find(state.tablesExist());
		}
		catch (SQLException ex) {
			throw this.session.refused("asking who holds the lock", ex);
		}
	}

	private static DatabaseState withoutUnfinished(DatabaseState state) {
		Set<RevisionId> upgrading = state.unfinished()
			.stream()
			.filter((step) -> step.operation().equals("upgrade"))
			.map(UnfinishedStep::revision)
			.collect(Collectors.toSet());
		List<AppliedRevision> rows = state.rows().stream().filter((row) -> !upgrading.contains(row.id())).toList();
		return new DatabaseState(state.tablesExist(), rows, List.of(), state.recorded());
	}

	/**
	 * Add the recorded downgrades of what the folder does not have.
	 * @param state as read
	 * @param folder the revisions of the application
	 * @return the state with the recorded SQL
	 */
	DatabaseState withRecorded(DatabaseState state, MigrationFolder folder) {
		Map<RevisionId, RecordedDowngrade> recorded = new HashMap<>();
		for (AppliedRevision row : state.rows()) {
			if (folder.find(row.id()).isEmpty()) {
				recorded.put(row.id(), new JdbcVersionStore(this.session.connection(), this.session.tables())
					.recordedDowngrade(row.id()));
			}
		}
		return new DatabaseState(state.tablesExist(), state.rows(), state.unfinished(), recorded);
	}

}
