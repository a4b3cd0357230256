package dev.migrate.boot.autoconfigure;

import dev.migrate.boot.actuate.MigrationsEndpoint;
import dev.migrate.boot.actuate.MigrationsEndpointJmxExtension;
import dev.migrate.boot.actuate.MigrationsEndpointWebExtension;
import dev.migrate.boot.actuate.WriteRequestAdvisor;
import dev.migrate.service.MigrationDatabases;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.autoconfigure.endpoint.expose.EndpointExposure;
import org.springframework.boot.actuate.endpoint.EndpointAccessResolver;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the {@link MigrationsEndpoint}.
 */
@AutoConfiguration(after = MigrateAutoConfiguration.class,
		afterName = "org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration")
@ConditionalOnClass({ ConditionalOnAvailableEndpoint.class, MigrationDatabases.class })
@ConditionalOnBean(MigrationDatabases.class)
@ConditionalOnAvailableEndpoint(MigrationsEndpoint.class)
@EnableConfigurationProperties(MigrationsEndpointProperties.class)
public final class MigrationsEndpointAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	MigrationsEndpoint migrationsEndpoint(MigrationDatabases databases, MigrationsEndpointProperties properties) {
		return new MigrationsEndpoint(databases, properties.getShowSql());
	}

	@Bean
	@ConditionalOnBean(EndpointAccessResolver.class)
	WriteAccessNotice migrationsWriteAccessNotice(EndpointAccessResolver access, Environment environment) {
		return new WriteAccessNotice(access, environment);
	}

	@Bean
	static WriteRequestAdvisor migrationsWriteRequestAdvisor() {
		return new WriteRequestAdvisor();
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnAvailableEndpoint(exposure = EndpointExposure.JMX)
	MigrationsEndpointJmxExtension migrationsEndpointJmxExtension(MigrationsEndpoint endpoint) {
		return new MigrationsEndpointJmxExtension(endpoint);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnWebApplication
	@ConditionalOnAvailableEndpoint(exposure = EndpointExposure.WEB)
	MigrationsEndpointWebExtension migrationsEndpointWebExtension(MigrationsEndpoint endpoint,
			MigrationsEndpointProperties properties) {
		return new MigrationsEndpointWebExtension(endpoint, properties.getShowSql(), properties.getRoles());
	}

}
