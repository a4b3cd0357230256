package dev.migrate.boot.autoconfigure;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

/**
 * Where the database to migrate is, and with which user. Every value may be null: then
 * the application's own DataSource has it.
 */
public interface MigrateConnectionDetails extends ConnectionDetails {

	/**
	 * Return the user.
	 * @return a login, or null for the application's
	 */
	@Nullable String getUsername();

	/**
	 * Return the password.
	 * @return a password, or null for none
	 */
	@Nullable String getPassword();

	/**
	 * Return the URL.
	 * @return a JDBC URL, or null for the application's
	 */
	@Nullable String getJdbcUrl();

	/**
	 * Return the driver.
	 * @return the name of a class, or null to find it by the URL
	 */
	default @Nullable String getDriverClassName() {
		return null;
	}

}
