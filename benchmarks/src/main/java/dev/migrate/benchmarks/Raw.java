package dev.migrate.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What the others are measured against: nothing but JDBC.
 */
final class Raw implements Tool {

	private final Transactions transactions;

	Raw(Transactions transactions) {
		this.transactions = transactions;
	}

	@Override
	public void run(Work work, Place place) throws Exception {
		try (Connection connection = connect(place.url(), place); Statement statement = connection.createStatement()) {
			if (work == Work.NOTHING) {
				count(statement);
				return;
			}
			connection.setAutoCommit(false);
			if (work == Work.APPLY) {
				statement
					.execute("CREATE TABLE raw_version (id TEXT PRIMARY KEY, applied_at TIMESTAMPTZ DEFAULT now())");
				each(connection);
			}
			for (int step = 1; step <= place.size(); step++) {
				if (work == Work.APPLY) {
					statement.execute(History.up(step));
					statement.execute("INSERT INTO raw_version (id) VALUES ('" + History.id(step) + "')");
				}
				else {
					int number = place.size() + 1 - step;
					statement.execute(History.down(number));
					statement.execute("DELETE FROM raw_version WHERE id = '" + History.id(number) + "'");
				}
				each(connection);
			}
			connection.commit();
		}
	}

	private void each(Connection connection) throws SQLException {
		if (this.transactions == Transactions.EACH) {
			connection.commit();
		}
	}

	static void count(Statement statement) throws SQLException {
		try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM raw_version")) {
			rows.next();
		}
	}

	static Connection connect(String url, Place place) throws SQLException {
		return DriverManager.getConnection(url, place.user(), "");
	}

	/** How many revisions are committed at a time. */
	enum Transactions {

		EACH, ONE

	}

}
