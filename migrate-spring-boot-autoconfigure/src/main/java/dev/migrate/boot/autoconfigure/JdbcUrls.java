package dev.migrate.boot.autoconfigure;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MaskedText;
import dev.migrate.error.MigrateException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.util.ClassUtils;

/**
 * Looks at a JDBC URL before a connection is built from it, while it is known which
 * property it comes from.
 */
final class JdbcUrls {

	private JdbcUrls() {
	}

	/**
	 * Refuse a URL that no driver takes.
	 * @param property where the URL is configured
	 * @param url the URL
	 * @param driverClassName of the driver if that is configured too, or null
	 */
	static void refuseUnlessKnown(String property, String url, @Nullable String driverClassName) {
		String driver = (driverClassName != null) ? driverClassName
				: DatabaseDriver.fromJdbcUrl(url.startsWith("jdbc:") ? url : "jdbc:" + url).getDriverClassName();
		if (driver == null) {
			throw new MigrateException(ErrorCode.NO_CONNECTION,
					property + " is `" + MaskedText.of(url) + "`, and no driver is known for such a JDBC URL.",
					"Correct it: it begins with jdbc:postgresql: or jdbc:h2:.");
		}
		if (!ClassUtils.isPresent(driver, null)) {
			throw new MigrateException(ErrorCode.NO_CONNECTION, property + " is `" + MaskedText.of(url)
					+ "`, and its driver " + driver + " is not on the class path.",
					"Add the driver to the dependencies of the application.");
		}
	}

}
