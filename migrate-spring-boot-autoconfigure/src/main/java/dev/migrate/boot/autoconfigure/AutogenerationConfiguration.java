package dev.migrate.boot.autoconfigure;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import javax.sql.DataSource;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.dialect.ServerVersion;
import dev.migrate.diff.NamePatterns;
import dev.migrate.diff.SchemaFilter;
import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.generate.Entities;
import dev.migrate.generate.EntityModel;
import dev.migrate.generate.Hooks;
import dev.migrate.generate.NoEntitiesException;
import dev.migrate.generate.RevisionCustomizer;
import dev.migrate.scratch.H2Scratch;
import dev.migrate.scratch.PostgresqlScratch;
import dev.migrate.scratch.Scratch;
import dev.migrate.service.Autogeneration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/**
 * What only commands use: the entities, throwaway databases, new databases.
 */
@Configuration(proxyBeanMethods = false)
class AutogenerationConfiguration {

	@Bean
	@Lazy
	Autogenerations migrateAutogenerations(ConfiguredDatabases databases, Dialects dialects,
			ObjectProvider<EntityModel> ownModel, ObjectProvider<DatabaseEntities> entities,
			ObjectProvider<SchemaFilter> filters, ObjectProvider<RevisionCustomizer> customizers) {
		return new Autogenerations((name) -> {
			EntityModel model = ownModel.getIfAvailable();
			if (model == null) {
				model = entities.getIfAvailable(() -> (database) -> AutogenerationConfiguration::noEntities).of(name);
			}
			MigrationParts parts = databases.parts(name);
			return autogeneration(parts, dialects, model).with(new Hooks(patterns(parts.properties()),
					filters.orderedStream().toList(), customizers.orderedStream().toList()));
		});
	}

	@Bean
	@Lazy
	DatabaseCreations migrateDatabaseCreations(ConfiguredDatabases databases) {
		return new DatabaseCreations(databases);
	}

	private static Autogeneration autogeneration(MigrationParts parts, Dialects dialects, EntityModel model) {
		ScratchServers servers = new ScratchServers(parts.properties(), parts.connections().working());
		return new Autogeneration(parts.connections(), dialects, parts.sources(), parts.settings(), model,
				new Scratches(servers));
	}

	private static NamePatterns patterns(DatabaseProperties properties) {
		try {
			return new NamePatterns(properties.getInclude(), properties.getExclude());
		}
		catch (IllegalArgumentException ex) {
			throw new MigrateException(ErrorCode.USAGE,
					"spring.migrate.include or exclude can't be read: " + ex.getMessage() + ".",
					"Write schema.table, with * for any letters: legacy.*, audit_*.", ex);
		}
	}

	private static String randomName() {
		return UUID.randomUUID().toString().replace("-", "").substring(0, 12);
	}

	private record Scratches(ScratchServers servers) implements Autogeneration.ScratchSource {

		@Override
		public Scratch open(Dialect dialect, String url, List<String> ownExtensions) {
			return dialect.name().equals("h2")
					? new H2Scratch(ScratchServers.h2(url), AutogenerationConfiguration::randomName)
					: new PostgresqlScratch(this.servers.postgresql(url), AutogenerationConfiguration::randomName,
							ownExtensions);
		}

		@Override
		public Optional<DataSource> standIn(@Nullable String dialect) {
			return this.servers.standIn(dialect, AutogenerationConfiguration::randomName);
		}

	}

	private static Entities noEntities(ServerVersion server) {
		throw new NoEntitiesException("This application has no entities to compare with: it has no JPA.",
				"Add spring-boot-starter-data-jpa, or write the revision by hand: `db revision -m …`.");
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(
			name = { "org.hibernate.SessionFactory", "org.springframework.orm.jpa.AbstractEntityManagerFactoryBean" })
	static class HibernateConfiguration {

		@Bean
		@Lazy
		@ConditionalOnMissingBean
		DatabaseEntities migrateDatabaseEntities(ConfigurableListableBeanFactory beanFactory,
				ConfiguredDatabases databases) {
			return (name) -> new HibernateEntityModel(beanFactory, PersistenceUnits.of(databases, name));
		}

	}

}
