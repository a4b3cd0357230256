package dev.migrate.boot.autoconfigure;

import java.time.Clock;

import dev.migrate.boot.actuate.MigrationsHealthIndicator;
import dev.migrate.boot.observe.LastStatus;
import dev.migrate.service.MigrationDatabases;
import dev.migrate.service.MigrationService;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for
 * {@link MigrationsHealthIndicator}.
 */
@AutoConfiguration(after = MigrateAutoConfiguration.class,
		beforeName = { "org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration",
				"org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration" })
@ConditionalOnClass({ ConditionalOnEnabledHealthIndicator.class, MigrationDatabases.class })
@ConditionalOnBean(MigrationDatabases.class)
@ConditionalOnEnabledHealthIndicator("migrations")
@EnableConfigurationProperties(MigrationsHealthProperties.class)
public final class MigrateHealthContributorAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = { "migrationsHealthIndicator", "migrationsHealthContributor" })
	HealthContributor migrationsHealthContributor(MigrationDatabases databases, MigrationsHealthProperties properties) {
		if (databases.all().size() == 1) {
			return indicator(databases.get(null), properties);
		}
		return CompositeHealthContributor.fromMap(databases.all(), (service) -> indicator(service, properties));
	}

	private static MigrationsHealthIndicator indicator(MigrationService service,
			MigrationsHealthProperties properties) {
		Status whilePending = switch (properties.getPending()) {
			case UP -> Status.UP;
			case DOWN -> Status.DOWN;
		};
		return new MigrationsHealthIndicator(
				new LastStatus(service, properties.getCache().getTimeToLive(), Clock.systemUTC()), whilePending);
	}

}
