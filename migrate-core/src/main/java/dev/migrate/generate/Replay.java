package dev.migrate.generate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.migrate.dialect.DatabaseFailure;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.SessionState;
import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.scratch.ScratchDatabase;
import dev.migrate.scratch.ScratchDatabase.Commits;
import dev.migrate.script.Section;
import dev.migrate.sql.Action;
import dev.migrate.sql.SqlStatement;
import dev.migrate.sql.StatementFacts;
import org.jspecify.annotations.Nullable;

/**
 * Runs sections on a scratch database. What would reach beyond it, roles and tablespaces,
 * is left out and named.
 */
final class Replay {

	// Inside one transaction these say nothing about the statement: 25001 it must run
	// outside, 55P04 a new enum value is not committed, 55006 the table has pending
	// trigger events, 53200 too many locks.
	static final Set<String> NEEDS_COMMIT = Set.of("25001", "55P04", "55006", "53200");

	private static final int MOST_UNCOMMITTED = 100;

	private final Dialect dialect;

	private final ScratchDatabase database;

	private final List<String> skipped = new ArrayList<>();

	private final Bundle bundle = new Bundle();

	private final List<Sent> sent = new ArrayList<>();

	private @Nullable SessionState session;

	private final boolean commitsEach;

	private boolean transaction;

	private int uncommitted;

	Replay(Dialect dialect, ScratchDatabase database) {
		this.dialect = dialect;
		this.database = database;
		this.commitsEach = database.commits() == Commits.EACH;
	}

	/**
	 * Return what was left out, one sentence each.
	 */
	List<String> skipped() {
		return List.copyOf(this.skipped);
	}

	/**
	 * Run sections, as many of their statements at once as can be.
	 */
	void run(List<NamedSection> sections) {
		for (NamedSection named : sections) {
			run(named, null);
		}
		flush();
	}

	void run(NamedSection named, @Nullable Witness witness) {
		Section section = named.section();
		if (!this.commitsEach && !section.transactional()) {
			throw new NeedsCommitException();
		}
		this.transaction = this.commitsEach && section.transactional() && this.dialect.transactionalDdl();
		boolean bundles = witness == null && this.dialect.sendsTogether();
		Connection connection = this.database.connection();
		int number = 0;
		boolean changesSession = section.statements()
			.stream()
			.anyMatch((statement) -> StatementFacts.changesSession(statement, this.dialect.lexicalRules()));
		try {
			// A run brings the session back before each revision.
			if (changesSession && this.session == null) {
				flush();
				this.session = this.dialect.session(connection);
			}
			if (this.transaction) {
				connection.setAutoCommit(false);
			}
			for (Action action : section.actions()) {
				number++;
				if (bundles && action instanceof SqlStatement statement && Bundle.isPlain(statement)) {
					later(new Sent(named, number, statement));
				}
				else {
					flush();
					run(connection, action, witness);
				}
			}
			commitAtTimes(section.statements().size());
			if (this.commitsEach) {
				flush();
			}
			if (this.transaction) {
				connection.commit();
				connection.setAutoCommit(true);
			}
			if (changesSession && this.session != null) {
				flush();
				this.session.settings(connection);
			}
		}
		catch (SQLException ex) {
			throw failed(named, number, ex);
		}
	}

	private void commitAtTimes(int ran) throws SQLException {
		this.uncommitted += ran;
		if (this.database.commits() == Commits.AT_TIMES && this.uncommitted >= MOST_UNCOMMITTED) {
			flush();
			this.database.connection().commit();
			this.uncommitted = 0;
		}
	}

	private void later(Sent statement) {
		if (!this.bundle.take(statement.statement.text())) {
			flush();
			this.bundle.take(statement.statement.text());
		}
		this.sent.add(statement);
	}

	/**
	 * Send what waits. A failure of many does not say which of them it was, so they are
	 * taken back and run one by one.
	 */
	private void flush() {
		List<Sent> all = List.copyOf(this.sent);
		this.sent.clear();
		Connection connection = this.database.connection();
		if (all.isEmpty() || this.bundle.succeeds(connection)) {
			return;
		}
		for (Sent one : all) {
			try {
				Bundle.execute(connection, one.statement.text());
			}
			catch (SQLException ex) {
				throw failed(one.named, one.number, ex);
			}
		}
	}

	private void run(Connection connection, Action action, @Nullable Witness witness) throws SQLException {
		if (!(action instanceof SqlStatement statement)) {
			this.skipped
				.add(action.location() + " is code and was not run: " + action.text().replaceFirst("^-- code: ", ""));
		}
		else if (witness == null) {
			run(connection, statement);
		}
		else {
			witness.before(statement);
			run(connection, statement);
			witness.after(statement);
		}
	}

	private void run(Connection connection, SqlStatement statement) throws SQLException {
		String kind = StatementFacts.of(statement, this.dialect.lexicalRules()).clusterWide();
		if (kind != null) {
			this.skipped.add(statement.location() + " concerns a " + kind + " and was not replayed");
			return;
		}
		if (statement.copyData() != null) {
			this.dialect.copyIn(connection, statement.text(), statement.copyData());
			return;
		}
		Bundle.execute(connection, statement.text());
	}

	private RuntimeException failed(NamedSection named, int number, SQLException cause) {
		DatabaseFailure failure = this.dialect.failure(cause);
		if (!this.commitsEach && NEEDS_COMMIT.contains(failure.sqlState())) {
			return new NeedsCommitException();
		}
		if (this.transaction) {
			rollback();
		}
		if (this.transaction && NEEDS_COMMIT.contains(failure.sqlState())) {
			return new NeedsOutsideException(named.section(), cause);
		}
		Action statement = named.section().actions().get(Math.max(0, number - 1));
		return new MigrateException(ErrorCode.NOT_PROVEN,
				named.name() + " fails on a scratch database at statement " + number + " of "
						+ named.section().actions().size() + " (" + statement.location() + ") with SQLSTATE "
						+ failure.sqlState() + ": " + failure.message() + ".",
				statement.text(), cause);
	}

	private void rollback() {
		try {
			this.database.connection().rollback();
			this.database.connection().setAutoCommit(true);
		}
		catch (SQLException ex) {
			// The failure that led here is told instead.
		}
	}

	/**
	 * Looks on, statement by statement.
	 */
	interface Witness {

		void before(SqlStatement statement);

		void after(SqlStatement statement);

	}

	/**
	 * A section and how to speak of it.
	 */
	record NamedSection(String name, Section section) {
	}

	/** A statement that waits for others to go with it. */
	private record Sent(NamedSection named, int number, SqlStatement statement) {
	}

	/** The work has to be committed on the way. */
	static final class NeedsCommitException extends RuntimeException {

		private static final long serialVersionUID = 1L;

		NeedsCommitException() {
			super("the work has to be committed on the way", null, false, false);
		}

	}

	/** A section can't run in one transaction. */
	static final class NeedsOutsideException extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private final transient Section section;

		private final SQLException refusal;

		NeedsOutsideException(Section section, SQLException cause) {
			super(cause);
			this.section = section;
			this.refusal = cause;
		}

		SQLException refusal() {
			return this.refusal;
		}

		@SuppressWarnings("ReferenceEquality")
		boolean concerns(Section other) {
			return this.section.equals(other);
		}

	}

}
