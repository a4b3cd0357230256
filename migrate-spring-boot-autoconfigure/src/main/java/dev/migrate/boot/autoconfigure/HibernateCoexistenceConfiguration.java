package dev.migrate.boot.autoconfigure;

import javax.sql.DataSource;

import dev.migrate.service.MigrationDatabases;
import dev.migrate.service.MigrationService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.jdbc.SchemaManagement;
import org.springframework.boot.jdbc.SchemaManagementProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Tells Boot that the schema has an owner, so that {@code ddl-auto} defaults to none.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(SchemaManagementProvider.class)
class HibernateCoexistenceConfiguration {

	@Bean
	SchemaManagementProvider migrateSchemaManagementProvider(ObjectProvider<MigrationParts> parts,
			ObjectProvider<MigrationDatabases> databases, MigrateProperties properties) {
		return (dataSource) -> manages(dataSource, parts, databases, properties) ? SchemaManagement.MANAGED
				: SchemaManagement.UNMANAGED;
	}

	private static boolean manages(DataSource dataSource, ObjectProvider<MigrationParts> parts,
			ObjectProvider<MigrationDatabases> databases, MigrateProperties properties) {
		if (!parts.getObject().connections().reading().equals(dataSource)) {
			return false;
		}
		return properties.isAutoUpgrade()
				|| databases.getObject().all().values().stream().anyMatch(MigrationService::hasRevisions);
	}

}
