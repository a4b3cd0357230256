package dev.migrate.boot.autoconfigure;

import org.jspecify.annotations.Nullable;

/**
 * What is configured for the connections of runs, where they are not the application's.
 */
public abstract class ConnectionProperties {

	/**
	 * JDBC URL of the database to migrate. By default the application's DataSource is
	 * used.
	 */
	private @Nullable String url;

	/**
	 * User to migrate with.
	 */
	private @Nullable String user;

	/**
	 * Password of the user to migrate with.
	 */
	private @Nullable String password;

	/**
	 * Fully qualified name of the JDBC driver. Detected from the URL by default.
	 */
	private @Nullable String driverClassName;

	/**
	 * SQL statement to run on each connection of the user to migrate with.
	 */
	private @Nullable String initSql;

	public @Nullable String getUrl() {
		return this.url;
	}

	public void setUrl(@Nullable String url) {
		this.url = url;
	}

	public @Nullable String getUser() {
		return this.user;
	}

	public void setUser(@Nullable String user) {
		this.user = user;
	}

	public @Nullable String getPassword() {
		return this.password;
	}

	public void setPassword(@Nullable String password) {
		this.password = password;
	}

	public @Nullable String getDriverClassName() {
		return this.driverClassName;
	}

	public void setDriverClassName(@Nullable String driverClassName) {
		this.driverClassName = driverClassName;
	}

	public @Nullable String getInitSql() {
		return this.initSql;
	}

	public void setInitSql(@Nullable String initSql) {
		this.initSql = initSql;
	}

}
