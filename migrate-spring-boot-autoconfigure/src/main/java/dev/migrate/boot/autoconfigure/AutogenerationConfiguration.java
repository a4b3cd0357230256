package dev.migrate.boot.autoconfigure;

import java.util.UUID;

import dev.migrate.dialect.Dialects;
import dev.migrate.dialect.ServerVersion;
import dev.migrate.diff.NamePatterns;
import dev.migrate.diff.SchemaFilter;
import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.generate.Entities;
import dev.migrate.generate.EntityModel;
import dev.migrate.generate.Hooks;
import dev.migrate.generate.RevisionCustomizer;
import dev.migrate.scratch.H2Scratch;
import dev.migrate.scratch.PostgresqlScratch;
import dev.migrate.scratch.Scratch;
import dev.migrate.service.Autogeneration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/**
 * What only commands use: the entities, and throwaway databases.
 */
@Configuration(proxyBeanMethods = false)
class AutogenerationConfiguration {

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	Autogeneration migrateAutogeneration(MigrationParts parts, Dialects dialects, MigrateProperties properties,
			ObjectProvider<EntityModel> entities, ObjectProvider<SchemaFilter> filters,
			ObjectProvider<RevisionCustomizer> customizers) {
		EntityModel model = entities.getIfAvailable(() -> AutogenerationConfiguration::noEntities);
		ScratchServers servers = new ScratchServers(properties, parts.connections().working());
		return new Autogeneration(parts.connections(), dialects, parts.sources(), parts.settings(), model,
				(dialect, url, ownExtensions) -> {
					Scratch scratch = dialect.name().equals("h2")
							? new H2Scratch(ScratchServers.h2(url), AutogenerationConfiguration::randomName)
							: new PostgresqlScratch(servers.postgresql(url), AutogenerationConfiguration::randomName,
									ownExtensions);
					return scratch;
				})
			.with(new Hooks(patterns(properties), filters.orderedStream().toList(),
					customizers.orderedStream().toList()));
	}

	private static NamePatterns patterns(MigrateProperties properties) {
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

	private static Entities noEntities(ServerVersion server) {
		throw new MigrateException(ErrorCode.USAGE, "This application has no entities to compare with: it has no JPA.",
				"Add spring-boot-starter-data-jpa, or write the revision by hand: `db revision -m …`.");
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(
			name = { "org.hibernate.SessionFactory", "org.springframework.orm.jpa.AbstractEntityManagerFactoryBean" })
	static class HibernateConfiguration {

		@Bean
		@Lazy
		@ConditionalOnMissingBean(EntityModel.class)
		HibernateEntityModel migrateEntityModel(ConfigurableListableBeanFactory beanFactory) {
			return new HibernateEntityModel(beanFactory);
		}

	}

}
