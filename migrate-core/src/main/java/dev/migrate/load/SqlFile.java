package dev.migrate.load;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import dev.migrate.dialect.DatabaseFailure;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.RefusedRow;
import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.sql.SqlStatement;
import dev.migrate.sql.StatementFacts;
import dev.migrate.sql.StatementSplitter;

/**
 * A file of statements. It is read whole.
 *
 * @param path where it is
 * @param statements in order
 */
record SqlFile(Path path, List<SqlStatement> statements) {

	SqlFile {
		statements = List.copyOf(statements);
	}

	static SqlFile of(Path path, Dialect dialect) {
		List<SqlStatement> statements = StatementSplitter.split(text(path), path.toString(), dialect.lexicalRules())
			.statements();
		for (SqlStatement statement : statements) {
			StatementFacts facts = StatementFacts.of(statement, dialect.lexicalRules());
			String kind = (facts.transactionControl() != null) ? facts.transactionControl()
					: facts.outsideTransaction();
			if (kind != null) {
				throw new MigrateException(ErrorCode.INVALID_SOURCE, statement.location() + " has " + kind
						+ ", and everything is loaded in one transaction. Nothing was loaded.", "Delete it.");
			}
			if (!dialect.transactionalDdl() && !dialect.commitsWithJournal(statement)) {
				throw new MigrateException(ErrorCode.INVALID_SOURCE,
						statement.location()
								+ " is no INSERT, UPDATE, DELETE or MERGE, and would commit what is half loaded."
								+ " Nothing was loaded.",
						"Changes of the schema belong into a revision.");
			}
		}
		return new SqlFile(path, statements);
	}

	private static String text(Path path) {
		try {
			String text = Files.readString(path);
			return text.startsWith("\uFEFF") ? text.substring(1) : text;
		}
		catch (CharacterCodingException ex) {
			throw new MigrateException(ErrorCode.INVALID_SOURCE, path + " is not UTF-8. Nothing was loaded.",
					"Save it as UTF-8.", ex);
		}
		catch (IOException ex) {
			throw new MigrateException(ErrorCode.FILE_ACCESS,
					path + " can't be read: " + ex.getMessage() + ". Nothing was loaded.",
					"Check that you may read it.", ex);
		}
	}

	LoadReport.LoadedFile run(Connection connection, Dialect dialect, LoadProgress progress) throws SQLException {
		long count = 0;
		for (SqlStatement statement : statements()) {
			count++;
			progress.at(path(), count);
			run(statement, connection, dialect);
		}
		return new LoadReport.LoadedFile(path(), null, count);
	}

	private static void run(SqlStatement statement, Connection connection, Dialect dialect) throws SQLException {
		try {
			if (statement.copyData() != null) {
				dialect.copyIn(connection, statement.text(), statement.copyData());
				return;
			}
			try (Statement jdbc = connection.createStatement()) {
				jdbc.setEscapeProcessing(false);
				jdbc.execute(statement.text());
			}
		}
		catch (SQLException ex) {
			DatabaseFailure failure = dialect.failure(ex);
			// What is said about a row holds its values.
			String reason = RefusedRow.Reason.isAbout(failure.sqlState()) ? "" : ": " + failure.message();
			throw new MigrateException(ErrorCode.INVALID_SOURCE, statement.location() + " is refused" + reason
					+ " (SQLSTATE " + failure.sqlState() + "). Nothing was loaded.", null);
		}
	}

}
