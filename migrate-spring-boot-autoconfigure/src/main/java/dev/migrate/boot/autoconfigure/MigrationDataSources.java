package dev.migrate.boot.autoconfigure;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import javax.sql.DataSource;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MaskedText;
import dev.migrate.error.MigrateException;
import dev.migrate.service.Connections;
import dev.migrate.service.MigrationDatabases;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/**
 * Chooses the DataSources of migrations: the one that is marked, else a user of our own,
 * else the application's.
 */
final class MigrationDataSources {

	private static final Log logger = LogFactory.getLog(MigrationDataSources.class);

	private final ObjectProvider<DataSource> application;

	private final ObjectProvider<DataSource> marked;

	private final ObjectProvider<MigrateConnectionDetails> details;

	private final ListableBeanFactory beans;

	MigrationDataSources(ObjectProvider<DataSource> application, ObjectProvider<DataSource> marked,
			ObjectProvider<MigrateConnectionDetails> details, ListableBeanFactory beans) {
		this.application = application;
		this.marked = marked;
		this.details = details;
		this.beans = beans;
	}

	/** Choose those of the only database. */
	Connections choose(MigrateProperties properties) {
		DataSource designated = this.marked.getIfAvailable();
		if (designated != null) {
			return Connections.of(designated);
		}
		DataSource applications = this.application.getIfUnique();
		MigrateConnectionDetails own = this.details.getObject();
		// Details of a container replace what is configured; without a user or URL of our
		// own the application's pool is the place.
		if (properties.getUrl() != null || properties.getUser() != null
				|| !(own instanceof ReplacingConnectionDetails)) {
			return pair("spring.migrate", applications, own, properties.getInitSql());
		}
		if (applications == null) {
			throw noDataSource();
		}
		return Connections.of(applications);
	}

	/** Choose those of one of several databases. */
	Connections choose(String name, NamedDatabaseProperties properties, MigrateProperties inherited) {
		DataSource applications = named(name, properties);
		if (applications == null && properties.getUrl() == null) {
			properties.setUrl(inherited.getUrl());
			properties.setDriverClassName(inherited.getDriverClassName());
		}
		if (properties.getUrl() != null || (applications != null && properties.getUser() != null)) {
			return pair("spring.migrate.databases." + name, applications,
					new PropertiesMigrateConnectionDetails(properties), properties.getInitSql());
		}
		if (applications == null) {
			String property = "spring.migrate.databases." + name;
			throw new MigrateException(ErrorCode.USAGE,
					"Database '" + name + "' has no DataSource: there is neither a bean '" + name + "' nor '" + name
							+ "DataSource'.",
					"Name " + (names().isEmpty() ? "a bean" : "one of " + String.join(", ", names())) + " in "
							+ property + ".data-source, or set " + property + ".url.");
		}
		return Connections.of(applications);
	}

	private @Nullable DataSource named(String name, NamedDatabaseProperties properties) {
		String stated = properties.getDataSource();
		if (stated != null) {
			if (!names().contains(stated)) {
				throw new MigrateException(ErrorCode.USAGE,
						"Database '" + name + "' names the DataSource '" + stated + "', which is no bean of that type.",
						"There are " + String.join(", ", names()) + ".");
			}
			return this.beans.getBean(stated, DataSource.class);
		}
		for (String bean : List.of(name, name + "DataSource")) {
			if (names().contains(bean)) {
				return this.beans.getBean(bean, DataSource.class);
			}
		}
		return name.equals(MigrationDatabases.DEFAULT) ? this.application.getIfUnique() : null;
	}

	private List<String> names() {
		return List.of(this.beans.getBeanNamesForType(DataSource.class, true, false));
	}

	private Connections pair(String prefix, @Nullable DataSource applications, MigrateConnectionDetails own,
			@Nullable String initSql) {
		DataSource working = own(prefix, applications, own, initSql);
		String url = own.getJdbcUrl();
		String other = (applications != null && url != null) ? DatabaseNames.unlike(applications, url) : null;
		if (other != null) {
			logger.warn(prefix + ".url leads to the database " + DatabaseNames.name(url)
					+ ", the application's DataSource to " + other
					+ ": revisions go to the first, and the second is left as it is");
			return Connections.of(working);
		}
		return new Connections((applications != null) ? applications : working, working);
	}

	private DataSource own(String prefix, @Nullable DataSource applications, MigrateConnectionDetails own,
			@Nullable String initSql) {
		if (own.getJdbcUrl() != null) {
			JdbcUrls.refuseUnlessKnown(prefix + ".url", own.getJdbcUrl(), own.getDriverClassName());
		}
		DataSourceBuilder<SimpleDriverDataSource> builder = builder(applications, own)
			.type(SimpleDriverDataSource.class);
		if (own.getUsername() != null) {
			builder.username(own.getUsername()).password(own.getPassword());
		}
		if (own.getDriverClassName() != null) {
			builder.driverClassName(own.getDriverClassName());
		}
		DataSource dataSource = builder.build();
		return (initSql != null) ? new InitialSqlDataSource(dataSource, initSql, prefix + ".init-sql") : dataSource;
	}

	private DataSourceBuilder<?> builder(@Nullable DataSource applications, MigrateConnectionDetails own) {
		if (own.getJdbcUrl() != null) {
			return DataSourceBuilder.create().url(own.getJdbcUrl());
		}
		if (applications == null) {
			throw noDataSource();
		}
		return DataSourceBuilder.derivedFrom(applications);
	}

	private MigrateException noDataSource() {
		List<String> names = names();
		if (names.size() > 1) {
			StringBuilder all = new StringBuilder();
			for (String name : names) {
				all.append("\n  spring.migrate.databases.")
					.append(name.replaceFirst("(?<=.)DataSource$", ""))
					.append(".data-source=")
					.append(name);
			}
			return new MigrateException(ErrorCode.USAGE,
					"There are several DataSources (" + String.join(", ", names)
							+ "), none is primary, and none is marked for migrations.",
					"To migrate one of them, mark it with @MigrateDataSource or @Primary, or set spring.migrate.url."
							+ " To migrate several, name each:" + all);
		}
		return new MigrateException(ErrorCode.USAGE, "There is no DataSource to migrate.",
				"Configure spring.datasource.url, or spring.migrate.url.");
	}

	/** Runs a statement on each new connection. */
	private static final class InitialSqlDataSource extends DelegatingDataSource {

		private final String sql;

		private final String property;

		InitialSqlDataSource(DataSource target, String sql, String property) {
			super(target);
			this.sql = sql;
			this.property = property;
		}

		@Override
		public Connection getConnection() throws SQLException {
			Connection connection = super.getConnection();
			try (Statement statement = connection.createStatement()) {
				statement.execute(this.sql);
				return connection;
			}
			catch (SQLException ex) {
				connection.close();
				throw new MigrateException(ErrorCode.DATABASE_REFUSED,
						"The database refused " + this.property + ": "
								+ MaskedText.of(String.valueOf(ex.getMessage()).replaceAll("\\s+", " ")) + " (SQLSTATE "
								+ ex.getSQLState() + ").",
						"Correct " + this.property + ", which runs on each connection of migrations.",
						MaskedText.of(ex));
			}
		}

	}

}
