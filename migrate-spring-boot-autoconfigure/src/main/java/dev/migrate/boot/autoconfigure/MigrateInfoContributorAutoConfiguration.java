package dev.migrate.boot.autoconfigure;

import dev.migrate.boot.actuate.MigrationsInfoContributor;
import dev.migrate.service.MigrationDatabases;
import org.springframework.boot.actuate.autoconfigure.info.ConditionalOnEnabledInfoContributor;
import org.springframework.boot.actuate.autoconfigure.info.InfoContributorFallback;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for
 * {@link MigrationsInfoContributor}, which has to be asked for: it costs a query.
 */
@AutoConfiguration(after = MigrateAutoConfiguration.class)
@ConditionalOnClass({ ConditionalOnEnabledInfoContributor.class, MigrationDatabases.class })
@ConditionalOnBean(MigrationDatabases.class)
public final class MigrateInfoContributorAutoConfiguration {

	@Bean
	@ConditionalOnEnabledInfoContributor(value = "migrations", fallback = InfoContributorFallback.DISABLE)
	@ConditionalOnMissingBean
	MigrationsInfoContributor migrationsInfoContributor(MigrationDatabases databases) {
		return new MigrationsInfoContributor(databases);
	}

}
