package dev.migrate.boot.autoconfigure;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import javax.sql.DataSource;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.service.Connections;
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

	private final ObjectProvider<DataSource> application;

	private final @Nullable DataSource marked;

	private final MigrateProperties properties;

	private final MigrateConnectionDetails details;

	private final ListableBeanFactory beans;

	MigrationDataSources(ObjectProvider<DataSource> application, @Nullable DataSource marked,
			MigrateProperties properties, MigrateConnectionDetails details, ListableBeanFactory beans) {
		this.application = application;
		this.marked = marked;
		this.properties = properties;
		this.details = details;
		this.beans = beans;
	}

	Connections choose() {
		if (this.marked != null) {
			return Connections.of(this.marked);
		}
		DataSource applications = this.application.getIfUnique();
		// Details of a container replace what is configured; without a user or URL of our
		// own the application's pool is the place.
		boolean own = this.properties.getUrl() != null || this.properties.getUser() != null
				|| !(this.details instanceof ReplacingConnectionDetails);
		if (own) {
			DataSource working = own(applications);
			return new Connections((applications != null) ? applications : working, working);
		}
		if (applications == null) {
			throw noDataSource();
		}
		return Connections.of(applications);
	}

	private DataSource own(@Nullable DataSource applications) {
		DataSourceBuilder<SimpleDriverDataSource> builder = builder(applications).type(SimpleDriverDataSource.class);
		if (this.details.getUsername() != null) {
			builder.username(this.details.getUsername()).password(this.details.getPassword());
		}
		if (this.details.getDriverClassName() != null) {
			builder.driverClassName(this.details.getDriverClassName());
		}
		DataSource dataSource = builder.build();
		String initSql = this.properties.getInitSql();
		return (initSql != null) ? new InitialSqlDataSource(dataSource, initSql) : dataSource;
	}

	private DataSourceBuilder<?> builder(@Nullable DataSource applications) {
		if (this.details.getJdbcUrl() != null) {
			return DataSourceBuilder.create().url(this.details.getJdbcUrl());
		}
		if (applications == null) {
			throw noDataSource();
		}
		return DataSourceBuilder.derivedFrom(applications);
	}

	private MigrateException noDataSource() {
		List<String> names = List.of(this.beans.getBeanNamesForType(DataSource.class, true, false));
		if (names.size() > 1) {
			return new MigrateException(ErrorCode.USAGE,
					"There are several DataSources (" + String.join(", ", names)
							+ "), none is primary, and none is marked for migrations.",
					"Mark one with @MigrateDataSource or @Primary, or set spring.migrate.url.");
		}
		return new MigrateException(ErrorCode.USAGE, "There is no DataSource to migrate.",
				"Configure spring.datasource.url, or spring.migrate.url.");
	}

	/** Runs a statement on each new connection. */
	private static final class InitialSqlDataSource extends DelegatingDataSource {

		private final String sql;

		InitialSqlDataSource(DataSource target, String sql) {
			super(target);
			this.sql = sql;
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
				throw ex;
			}
		}

	}

}
