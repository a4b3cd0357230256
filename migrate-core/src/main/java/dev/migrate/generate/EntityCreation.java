package dev.migrate.generate;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.migrate.dialect.DatabaseFailure;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.FailureKind;
import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.scratch.ScratchDatabase;
import dev.migrate.scratch.ScratchDatabase.Commits;

/**
 * Creates the schema of entities. What the server refuses is told at once, not one after
 * the other.
 */
final class EntityCreation {

	private static final int MOST = 20;

	private final Dialect dialect;

	private final Connection connection;

	private final boolean commits;

	private final Entities entities;

	EntityCreation(Dialect dialect, ScratchDatabase database, Entities entities) {
		this.dialect = dialect;
		this.connection = database.connection();
		this.commits = database.commits() == Commits.AT_TIMES;
		this.entities = entities;
	}

	void run() {
		try {
			if (this.commits) {
				this.connection.setAutoCommit(true);
			}
			Bundle bundle = new Bundle();
			for (Entities.Statement statement : this.entities.statements()) {
				if (!this.dialect.sendsTogether() || !Bundle.isPlain(statement.sql())) {
					send(bundle);
					execute(statement.sql());
				}
				else if (!bundle.take(statement.sql())) {
					send(bundle);
					bundle.take(statement.sql());
				}
			}
			send(bundle);
			if (this.commits) {
				this.connection.setAutoCommit(false);
			}
		}
		catch (SQLException ex) {
			refuseOneTransaction(ex);
			throw refused(failures(), ex);
		}
	}

	/** A large schema takes more locks than one transaction may hold. */
	private void refuseOneTransaction(SQLException failure) {
		try {
			if (Replay.NEEDS_COMMIT.contains(this.dialect.failure(failure).sqlState())
					&& !this.connection.getAutoCommit()) {
				throw new Replay.NeedsCommitException();
			}
		}
		catch (SQLException ex) {
			// The failure that led here is told.
		}
	}

	private void send(Bundle bundle) throws SQLException {
		if (bundle.size() > 0) {
			bundle.send(this.connection);
		}
	}

	private void execute(String sql) throws SQLException {
		Bundle.execute(this.connection, sql);
	}

	/**
	 * Begin again, and go on after each failure.
	 */
	private List<Failed> failures() {
		List<Failed> failures = new ArrayList<>();
		try {
			boolean undone = !this.connection.getAutoCommit();
			if (undone) {
				this.connection.rollback();
			}
			for (Entities.Statement statement : this.entities.statements()) {
				Savepoint before = undone ? this.connection.setSavepoint() : null;
				try {
					execute(statement.sql());
				}
				catch (SQLException ex) {
					DatabaseFailure failure = this.dialect.failure(ex);
					// In autocommit what was there the first time is there still.
					if (undone || !isRepetition(failure)) {
						failures.add(new Failed(statement, failure));
					}
					if (before != null) {
						this.connection.rollback(before);
					}
				}
			}
		}
		catch (SQLException ex) {
			// The failure that led here is told.
		}
		return failures;
	}

	private static boolean isRepetition(DatabaseFailure failure) {
		return failure.kind() == FailureKind.DUPLICATE_TABLE || failure.message().contains("already exists")
				|| failure.kind() == FailureKind.DUPLICATE_KEY;
	}

	private MigrateException refused(List<Failed> all, SQLException cause) {
		// What refers to a table that was refused says nothing new.
		List<Failed> failures = all.stream()
			.filter((failed) -> failed.failure.kind() != FailureKind.MISSING_TABLE)
			.toList();
		List<Failed> told = failures.isEmpty() ? all : failures;
		Set<String> sentences = new LinkedHashSet<>();
		for (Failed failed : told.subList(0, Math.min(MOST, told.size()))) {
			sentences.addAll(sentences(failed));
		}
		if (told.size() > MOST) {
			sentences.add("And " + (told.size() - MOST) + " more.");
		}
		if (sentences.isEmpty()) {
			sentences
				.add("The schema of the entities can't be created: " + this.dialect.failure(cause).message() + ".");
		}
		return new MigrateException(ErrorCode.INVALID_ENTITIES, String.join(" ", sentences),
				(told.size() == 1) ? told.get(0).statement.sql() : null, cause);
	}

	private List<String> sentences(Failed failed) {
		String entity = failed.statement.path();
		List<String> suspicions = this.entities.suspicions()
			.stream()
			.filter((sentence) -> sentence.startsWith(entity + ".") || sentence.startsWith(entity + ":"))
			.toList();
		return suspicions.isEmpty() ? List.of("The schema of " + entity + " can't be created: "
				+ failed.failure.message() + " (SQLSTATE " + failed.failure.sqlState() + ").") : suspicions;
	}

	private record Failed(Entities.Statement statement, DatabaseFailure failure) {
	}

}
