package dev.migrate.generate;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import dev.migrate.sql.SqlStatement;

/**
 * Statements that go to the server in one round trip. Only such as every driver splits as
 * they were put together; whoever sends them has to know what to do if one fails, because
 * the failure does not say which.
 */
final class Bundle {

	private static final int MOST_STATEMENTS = 100;

	private static final int MOST_CHARACTERS = 200_000;

	private static final Pattern PLAIN = Pattern
		.compile("(?i)(?:create\\s+(?:unlogged\\s+)?table|create\\s+(?:unique\\s+)?index(?!\\s+concurrently)"
				+ "|create\\s+(?:sequence|type|schema)|alter\\s+(?:table|sequence|index)|comment\\s+on|insert\\s+into"
				+ "|drop\\s+(?:table|sequence|type|index(?!\\s+concurrently)))\\s");

	private static final String SAVEPOINT = "migrate_bundle";

	private final List<String> statements = new ArrayList<>();

	private int characters;

	static boolean isPlain(SqlStatement statement) {
		return statement.copyData() == null && isPlain(statement.text());
	}

	static boolean isPlain(String sql) {
		return PLAIN.matcher(sql).lookingAt();
	}

	/** Take a statement, or return false if it has to wait for the next. */
	boolean take(String sql) {
		if (this.statements.size() == MOST_STATEMENTS
				|| (this.characters + sql.length() > MOST_CHARACTERS && !this.statements.isEmpty())) {
			return false;
		}
		this.characters += sql.length();
		return this.statements.add(sql);
	}

	int size() {
		return this.statements.size();
	}

	/**
	 * Send it, and begin a new one.
	 */
	void send(Connection connection) throws SQLException {
		List<String> all = new ArrayList<>(this.statements);
		this.statements.clear();
		this.characters = 0;
		execute(connection, joined(all));
	}

	/**
	 * Send it, and begin a new one.
	 * @return whether all went well; if not, it is as if nothing had been sent
	 */
	boolean succeeds(Connection connection) {
		List<String> all = new ArrayList<>(this.statements);
		this.statements.clear();
		this.characters = 0;
		if (all.size() < 2) {
			return false;
		}
		boolean open = false;
		try {
			// Without a transaction the server makes one of what comes at once.
			open = !connection.getAutoCommit();
			if (open) {
				all.add(0, "SAVEPOINT " + SAVEPOINT);
				all.add("RELEASE SAVEPOINT " + SAVEPOINT);
			}
			execute(connection, joined(all));
			return true;
		}
		catch (SQLException ex) {
			if (open) {
				takeBack(connection);
			}
			return false;
		}
	}

	private static void takeBack(Connection connection) {
		try {
			execute(connection,
					joined(List.of("ROLLBACK TO SAVEPOINT " + SAVEPOINT, "RELEASE SAVEPOINT " + SAVEPOINT)));
		}
		catch (SQLException ex) {
			// The next statement tells what is wrong with the connection.
		}
	}

	// A statement may end in a comment, so the semicolon has a line of its own.
	private static String joined(List<String> statements) {
		return String.join("\n;\n", statements);
	}

	static void execute(Connection connection, String sql) throws SQLException {
		try (Statement jdbc = connection.createStatement()) {
			jdbc.setEscapeProcessing(false);
			jdbc.execute(sql);
		}
	}

}
