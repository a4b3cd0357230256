package dev.migrate.testkit;

/**
 * A running server and who may create databases on it.
 *
 * @param prefix the URL up to and including the slash before the database
 * @param database a database to administer from
 * @param suffix the URL's parameters with their question mark, or empty
 * @param user the user
 * @param password the password
 * @param majorVersion such as 18
 */
record PostgresServer(String prefix, String database, String suffix, String user, String password, int majorVersion) {

	String url(String name) {
		return this.prefix + name + this.suffix;
	}

}
