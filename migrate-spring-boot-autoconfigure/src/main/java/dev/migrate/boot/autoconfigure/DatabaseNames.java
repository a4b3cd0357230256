package dev.migrate.boot.autoconfigure;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/**
 * Compares where a URL and a DataSource lead, as far as that can be told without opening
 * a connection.
 */
final class DatabaseNames {

	private DatabaseNames() {
	}

	/**
	 * Return the name of a DataSource's database if a URL leads to another one.
	 * @param dataSource of the application
	 * @param url to compare with
	 * @return the name, or null if it is the same, or can't be told. Another server may
	 * be the same database: behind a pooler, for example
	 */
	static @Nullable String unlike(DataSource dataSource, String url) {
		String own = name(url(dataSource));
		String other = name(url);
		return (own == null || other == null || own.equalsIgnoreCase(other)) ? null : own;
	}

	/**
	 * Return the URL of a DataSource.
	 * @param dataSource of the application
	 * @return the URL, or null if it does not say
	 */
	static @Nullable String url(DataSource dataSource) {
		try {
			return DataSourceBuilder.derivedFrom(dataSource).type(SimpleDriverDataSource.class).build().getUrl();
		}
		catch (RuntimeException ex) {
			// A kind of DataSource that does not say.
			return null;
		}
	}

	// jdbc:postgresql://host:port/name?options, jdbc:h2:mem:name;OPTIONS
	static @Nullable String name(@Nullable String url) {
		if (url == null) {
			return null;
		}
		String place = url.replaceFirst("[?;].*$", "");
		String name = place.substring(Math.max(place.lastIndexOf('/'), place.lastIndexOf(':')) + 1);
		return name.isEmpty() ? null : name;
	}

}
