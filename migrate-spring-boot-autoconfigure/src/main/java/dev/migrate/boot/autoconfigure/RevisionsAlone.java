package dev.migrate.boot.autoconfigure;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.script.ScriptSource;
import dev.migrate.service.Connections;
import dev.migrate.service.DefaultMigrationService;
import dev.migrate.service.MigrationDatabases;
import dev.migrate.service.MigrationService;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * The databases of an application as far as their revisions go: made from properties and
 * definitions of beans, without a DataSource and without a bean of the application.
 */
public final class RevisionsAlone {

	private static final List<Class<?>> OWN_PARTS = List.of(ScriptSource.class, Dialect.class, Dialects.class,
			MigrationDatabases.class);

	private RevisionsAlone() {
	}

	/**
	 * Tell whether the revisions can be told without beans: the application brings no
	 * source of revisions, dialect or registry of its own.
	 * @param context with all definitions
	 * @return false if its beans have to be asked
	 */
	public static boolean suffice(ConfigurableApplicationContext context) {
		ConfigurableListableBeanFactory beanFactory = context.getBeanFactory();
		for (Class<?> part : OWN_PARTS) {
			for (String name : beanFactory.getBeanNamesForType(part, true, false)) {
				if (!isOurs(beanFactory, name)) {
					return false;
				}
			}
		}
		return true;
	}

	private static boolean isOurs(ConfigurableListableBeanFactory beanFactory, String name) {
		if (!beanFactory.containsBeanDefinition(name)) {
			return false;
		}
		BeanDefinition definition = beanFactory.getBeanDefinition(name);
		return MigrateAutoConfiguration.class.getName().equals(definition.getFactoryBeanName());
	}

	/**
	 * Make the registry.
	 * @param context with all definitions
	 * @return services that read revisions, and can't open a connection
	 */
	public static MigrationDatabases of(ConfigurableApplicationContext context) {
		ConfigurableEnvironment environment = context.getEnvironment();
		RevisionSources sources = new RevisionSources(context, new JavaRevisions(context.getBeanFactory()),
				context.getBeanProvider(ScriptSource.class));
		Map<String, MigrationParts> parts = new LinkedHashMap<>();
		new StatedDatabases(environment).read()
			.forEach((name, stated) -> parts.put(name, parts(sources.of(name, stated), stated, environment)));
		if (parts.isEmpty()) {
			MigrateProperties only = Binder.get(environment).bindOrCreate("spring.migrate", MigrateProperties.class);
			parts.put(MigrationDatabases.DEFAULT, parts(sources.of(null, only), only, environment));
		}
		DatabaseConflicts.refuse(parts);
		Dialects dialects = MigrateAutoConfiguration.dialects(List.of());
		Map<String, MigrationService> services = new LinkedHashMap<>();
		parts.forEach((name, own) -> services.put(name,
				new DefaultMigrationService(own.connections(), dialects, own.sources(), own.settings(), List.of())));
		return new MigrationDatabases(services);
	}

	private static MigrationParts parts(List<ScriptSource> sources, DatabaseProperties properties,
			ConfigurableEnvironment environment) {
		return new MigrationParts(Connections.of(new NoDatabase()), sources,
				MigrateAutoConfiguration.settings(properties, environment), properties);
	}

	/** Stands where a database would. */
	private static final class NoDatabase extends AbstractDataSource {

		@Override
		public Connection getConnection() throws SQLException {
			throw new SQLFeatureNotSupportedException("This command was started without a database");
		}

		@Override
		public Connection getConnection(String username, String password) throws SQLException {
			return getConnection();
		}

	}

}
