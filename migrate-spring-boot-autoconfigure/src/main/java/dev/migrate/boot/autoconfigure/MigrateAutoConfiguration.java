package dev.migrate.boot.autoconfigure;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import dev.migrate.boot.observe.DatabaseListeners;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.dialect.h2.H2Dialect;
import dev.migrate.dialect.postgresql.PostgresqlDialect;
import dev.migrate.event.MigrationListener;
import dev.migrate.script.ScriptSource;
import dev.migrate.service.DefaultMigrationService;
import dev.migrate.service.EngineSettings;
import dev.migrate.service.MigrationDatabases;
import dev.migrate.service.MigrationService;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.io.support.ResourcePatternUtils;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for database migrations.
 */
@AutoConfiguration(after = DataSourceAutoConfiguration.class,
		afterName = { "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
				"org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration" })
@ConditionalOnClass(MigrationService.class)
@ConditionalOnBooleanProperty(name = "spring.migrate.enabled", matchIfMissing = true)
@Conditional(MigrateAutoConfiguration.DataSourceCondition.class)
@EnableConfigurationProperties(MigrateProperties.class)
@Import({ DatabaseInitializationDependencyConfigurer.class, HibernateCoexistenceConfiguration.class,
		AutogenerationConfiguration.class })
@ImportRuntimeHints(MigrateRuntimeHints.class)
public final class MigrateAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(MigrateConnectionDetails.class)
	PropertiesMigrateConnectionDetails migrateConnectionDetails(MigrateProperties properties) {
		return new PropertiesMigrateConnectionDetails(properties);
	}

	@Bean
	@ConditionalOnMissingBean
	Dialects migrationDialects(ObjectProvider<Dialect> dialects) {
		return dialects(dialects.orderedStream().toList());
	}

	static Dialects dialects(List<Dialect> others) {
		List<Dialect> all = new ArrayList<>(List.of(new PostgresqlDialect(), new H2Dialect()));
		all.addAll(others);
		return new Dialects(all);
	}

	@Bean
	MigrationDataSources migrationDataSources(ObjectProvider<DataSource> dataSource,
			@MigrateDataSource ObjectProvider<DataSource> migrateDataSource,
			ObjectProvider<MigrateConnectionDetails> details, ListableBeanFactory beanFactory) {
		return new MigrationDataSources(dataSource, migrateDataSource, details, beanFactory);
	}

	@Bean
	@ConditionalOnMissingBean
	RevisionSources migrationRevisionSources(ObjectProvider<ScriptSource> sources, ResourceLoader resourceLoader,
			ConfigurableListableBeanFactory beanFactory) {
		return new RevisionSources(ResourcePatternUtils.getResourcePatternResolver(resourceLoader),
				new JavaRevisions(beanFactory), sources);
	}

	@Bean
	ConfiguredDatabases migrationConfiguredDatabases(MigrateProperties properties, MigrationDataSources dataSources,
			RevisionSources revisions, Environment environment) {
		Map<String, MigrationParts> parts = new LinkedHashMap<>();
		new StatedDatabases(environment).read()
			.forEach((name, database) -> parts.put(name,
					new MigrationParts(dataSources.choose(name, database, properties), revisions.of(name, database),
							settings(database, environment), database)));
		if (parts.isEmpty()) {
			parts.put(MigrationDatabases.DEFAULT, new MigrationParts(dataSources.choose(properties),
					revisions.of(null, properties), settings(properties, environment), properties));
		}
		DatabaseConflicts.refuse(parts);
		return new ConfiguredDatabases(parts, properties);
	}

	@Bean
	@ConditionalOnMissingBean
	MigrationDatabases migrationDatabases(ConfiguredDatabases databases, Dialects dialects,
			ObjectProvider<MigrationListener> listeners, ObjectProvider<DatabaseListeners> databaseListeners) {
		Map<String, MigrationService> services = new LinkedHashMap<>();
		databases.all()
			.forEach((name, parts) -> services.put(name, new DefaultMigrationService(parts.connections(), dialects,
					parts.sources(), parts.settings(), listeners(name, listeners, databaseListeners))));
		return new MigrationDatabases(services);
	}

	private static List<MigrationListener> listeners(String database, ObjectProvider<MigrationListener> shared,
			ObjectProvider<DatabaseListeners> own) {
		List<MigrationListener> all = new ArrayList<>(shared.orderedStream().toList());
		for (DatabaseListeners listeners : own.orderedStream().toList()) {
			all.add(listeners.forDatabase(database));
		}
		return all;
	}

	static EngineSettings settings(DatabaseProperties properties, Environment environment) {
		return new EngineSettings(properties.tableNames(), properties.runSettings(), properties.policies(), host(),
				environment.getProperty("spring.application.version"), properties.getLint().severity());
	}

	// A container's name is in its environment; asking the resolver may take seconds.
	private static String host() {
		String name = System.getenv("HOSTNAME");
		if (name != null && !name.isBlank()) {
			return name;
		}
		try {
			return InetAddress.getLocalHost().getHostName();
		}
		catch (UnknownHostException ex) {
			return "unknown";
		}
	}

	@Bean
	@ConditionalOnMissingBean
	MigrationInitializer migrationInitializer(MigrationDatabases databases,
			ObjectProvider<ConfiguredDatabases> configured, Environment environment,
			ObjectProvider<DataSource> dataSource) {
		return new MigrationInitializer(databases, (name) -> configured.getObject().properties(name),
				new DdlAutoCheck(environment, dataSource));
	}

	@Bean
	static LazyInitializationExcludeFilter eagerMigrationInitializer() {
		return LazyInitializationExcludeFilter.forBeanTypes(MigrationInitializer.class);
	}

	static final class DataSourceCondition extends AnyNestedCondition {

		DataSourceCondition() {
			super(ConfigurationPhase.REGISTER_BEAN);
		}

		@ConditionalOnBean(DataSource.class)
		static final class DataSourceBeanCondition {

		}

		@ConditionalOnBean(JdbcConnectionDetails.class)
		static final class JdbcConnectionDetailsCondition {

		}

		@ConditionalOnProperty("spring.migrate.url")
		static final class UrlCondition {

		}

		@Conditional(StatedDatabasesCondition.class)
		static final class DatabasesCondition {

		}

	}

}
