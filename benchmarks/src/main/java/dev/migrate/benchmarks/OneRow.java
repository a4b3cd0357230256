package dev.migrate.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A program that connects and reads one row: the least that a command in Java can take.
 */
public final class OneRow {

	private OneRow() {
	}

	/**
	 * Run.
	 * @param arguments url and user
	 * @throws SQLException if the server can't be reached
	 */
	public static void main(String[] arguments) throws SQLException {
		try (Connection connection = DriverManager.getConnection(arguments[0], arguments[1], "");
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery("SELECT 1")) {
			row.next();
			System.out.println(row.getInt(1));
		}
	}

}
