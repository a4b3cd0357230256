package dev.migrate.history;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.migrate.dialect.OwnTables;
import dev.migrate.revision.RevisionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The journal over one connection: lines are added, never changed.
 */
public final class JdbcJournal {

	// Runs that began and of whose end there is no line.
	private static final String OPEN_RUNS = """
			SELECT run, operation, performed_by, host, application_version FROM %1$s
			WHERE event = 'started' AND run NOT IN (SELECT run FROM %1$s
			    WHERE event IN ('failed', 'interrupted', 'died', 'finished'))
			ORDER BY id""";

	private static final String LAST_RUN = """
			SELECT j.run, j.operation, j.performed_by, j.host, j.application_version, j.happened_at, j.detail FROM %1$s j
			WHERE j.event = 'started' AND j.id = (SELECT MAX(k.id) FROM %1$s k WHERE k.event = 'started')
			  AND NOT EXISTS (SELECT 1 FROM %1$s e
			      WHERE e.run = j.run AND e.event IN ('failed', 'interrupted', 'died', 'finished'))""";

	private static final String STEPS = """
			SELECT revision, event, statement, statements FROM %s
			WHERE run = ? AND event IN ('statement', 'done', 'applied', 'reverted') ORDER BY id""";

	// The line without a statement commits with the claim of the revision: nothing older
	// counts. A failure without one is that of a run that was refused the claim.
	private static final String LAST_STEP = """
			SELECT id, event, statement, statements, detail, happened_at FROM %s
			WHERE revision = ? AND event IN ('statement', 'done', 'failed', 'interrupted')
			  AND (statement IS NOT NULL OR event = 'statement')
			ORDER BY id DESC FETCH FIRST 1 ROW ONLY""";

	private static final String CLAIM = """
			SELECT operation, detail FROM %s WHERE revision = ? AND event = 'statement' AND statement IS NULL
			ORDER BY id DESC FETCH FIRST 1 ROW ONLY""";

	private static final String LAST_OPERATION = """
			SELECT operation FROM %s WHERE event = 'started' ORDER BY id DESC FETCH FIRST 1 ROW ONLY""";

	// What came after it settled it.
	private static final String FAILED_RUNS = """
			SELECT j.revision, j.operation, j.event, j.statement, j.statements, j.detail, j.happened_at FROM %1$s j
			WHERE j.event IN ('failed', 'interrupted') AND j.revision IS NOT NULL
			  AND j.id = (SELECT MAX(k.id) FROM %1$s k WHERE k.revision = j.revision)
			ORDER BY j.id""";

	private final JdbcTemplate jdbc;

	private final Bookkeeping bookkeeping;

	private final String table;

	/**
	 * Create a journal.
	 * @param connection used, never closed
	 * @param tables our tables' names
	 */
	public JdbcJournal(Connection connection, OwnTables tables) {
		this.jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, false));
		this.bookkeeping = new Bookkeeping(tables);
		this.table = tables.journal();
	}

	/**
	 * Add a line.
	 * @param run who runs what
	 * @param entry what happened
	 */
	public void write(RunIdentity run, JournalEntry entry) {
		this.bookkeeping.line(run, entry).update(this.jdbc);
	}

	/**
	 * Return the runs that began and did not end. Under the lock they are all dead.
	 * @return in the order they began
	 */
	public List<RunIdentity> openRuns() {
		return this.jdbc.query(OPEN_RUNS.formatted(this.table), (row, number) -> identity(row));
	}

	/**
	 * Return the run that began last, if it has not ended. While the lock is held it is
	 * the holder's.
	 * @return what the journal says of it so far
	 */
	public Optional<OpenRun> openRun() {
		return this.jdbc.query(LAST_RUN.formatted(this.table), (row, number) -> {
			Timestamp at = row.getTimestamp("happened_at");
			RunIdentity run = identity(row);
			return new OpenRun(run, (at != null) ? at.toInstant() : null, row.getString("detail"), steps(run));
		}).stream().findFirst();
	}

	private List<OpenRun.Line> steps(RunIdentity run) {
		return this.jdbc.query(STEPS.formatted(this.table),
				(row, number) -> new OpenRun.Line(RevisionId.of(row.getString("revision")),
						JournalEvent.valueOf(row.getString("event").toUpperCase(Locale.ROOT)), row.getInt("statement"),
						row.getInt("statements")),
				run.run());
	}

	private static RunIdentity identity(ResultSet row) throws SQLException {
		return new RunIdentity(row.getString("run"), row.getString("operation"),
				String.valueOf(row.getString("performed_by")), String.valueOf(row.getString("host")),
				row.getString("application_version"));
	}

	/**
	 * Return how far a revision got whose run did not end.
	 * @param id of a revision whose row is unfinished
	 * @return the last line about its statements
	 */
	public UnfinishedStep unfinished(RevisionId id) {
		Claim claim = this.jdbc
			.query(CLAIM.formatted(this.table),
					(row, number) -> new Claim(row.getString("operation"), row.getString("detail")), id.value())
			.stream()
			.findFirst()
			.orElseGet(() -> new Claim(lastOperation(), null));
		return this.jdbc.query(LAST_STEP.formatted(this.table), (row, number) -> step(id, claim, row), id.value())
			.stream()
			.findFirst()
			.orElseGet(() -> new UnfinishedStep(id, 0, claim.operation(), claim.digest(), JournalEvent.STARTED, 0, 0,
					null, null));
	}

	/**
	 * Return the revisions about which the last thing to say is that they failed.
	 * @return in the order of their failures
	 */
	public List<FailedRun> failedRuns() {
		return this.jdbc.query(FAILED_RUNS.formatted(this.table), (row, number) -> {
			Timestamp at = row.getTimestamp("happened_at");
			return new FailedRun(RevisionId.of(row.getString("revision")), row.getString("operation"),
					JournalEvent.valueOf(row.getString("event").toUpperCase(Locale.ROOT)), row.getInt("statement"),
					row.getInt("statements"), row.getString("detail"), (at != null) ? at.toInstant() : null);
		});
	}

	private record Claim(String operation, @Nullable String digest) {
	}

	private String lastOperation() {
		return this.jdbc.query(LAST_OPERATION.formatted(this.table), (row, number) -> row.getString(1))
			.stream()
			.findFirst()
			.orElse("upgrade");
	}

	private static UnfinishedStep step(RevisionId id, Claim claim, ResultSet row) throws SQLException {
		Timestamp at = row.getTimestamp("happened_at");
		return new UnfinishedStep(id, row.getLong("id"), claim.operation(), claim.digest(),
				JournalEvent.valueOf(row.getString("event").toUpperCase(Locale.ROOT)), row.getInt("statement"),
				row.getInt("statements"), row.getString("detail"), (at != null) ? at.toInstant() : null);
	}

}
