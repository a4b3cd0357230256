package dev.migrate.dialect;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;

/**
 * Which server answers.
 *
 * @param product as the driver names it: {@code PostgreSQL}
 * @param major first number of the version
 * @param minor second number of the version
 * @param full the version as the server tells it
 */
public record ServerVersion(String product, int major, int minor, String full) {

	/**
	 * Ask the driver; no driver of a supported database sends a statement for it.
	 * @param connection an open connection, left open
	 * @return the version
	 * @throws SQLException if the connection is gone
	 */
	public static ServerVersion of(Connection connection) throws SQLException {
		DatabaseMetaData metaData = connection.getMetaData();
		return new ServerVersion(metaData.getDatabaseProductName(), metaData.getDatabaseMajorVersion(),
				metaData.getDatabaseMinorVersion(), metaData.getDatabaseProductVersion());
	}

	/**
	 * Return product and version, as status lines show it.
	 */
	@Override
	public String toString() {
		return this.product + " " + this.full;
	}

}
