package dev.migrate.boot.autoconfigure;

import java.util.Objects;

import javax.sql.DataSource;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.service.DatabaseCreation;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.beans.BeanWrapper;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/**
 * Creates the databases of an application. Their URLs are read from the DataSources: they
 * can't be asked for a connection to what is not there.
 */
public final class DatabaseCreations {

	private final ConfiguredDatabases databases;

	DatabaseCreations(ConfiguredDatabases databases) {
		this.databases = databases;
	}

	/**
	 * Return what creates one database.
	 * @param database its name
	 * @return the service
	 * @throws MigrateException with USAGE if its URL can't be known
	 */
	public DatabaseCreation of(String database) {
		DataSource dataSource = this.databases.parts(database).connections().working();
		DataSource target = target(dataSource);
		String url = url(target);
		return new DatabaseCreation(url,
				(name) -> DataSourceBuilder.derivedFrom(target)
					.type(SimpleDriverDataSource.class)
					.url(ScratchServers.onDatabase(url, name))
					.build()
					.getConnection());
	}

	private static DataSource target(DataSource dataSource) {
		DataSource target = dataSource;
		while (target instanceof DelegatingDataSource delegating && delegating.getTargetDataSource() != null) {
			target = Objects.requireNonNull(delegating.getTargetDataSource());
		}
		return target;
	}

	private static String url(DataSource dataSource) {
		BeanWrapper bean = PropertyAccessorFactory.forBeanPropertyAccess(dataSource);
		for (String property : new String[] { "jdbcUrl", "url", "URL" }) {
			@Nullable Object value = bean.isReadableProperty(property) ? bean.getPropertyValue(property) : null;
			if (value instanceof String url) {
				return url;
			}
		}
		throw new MigrateException(ErrorCode.USAGE,
				"The URL of the database can't be read from a " + dataSource.getClass().getName() + ".",
				"Set spring.migrate.url.");
	}

}
