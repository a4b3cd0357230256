package dev.migrate.boot.autoconfigure;

import javax.sql.DataSource;

import dev.migrate.service.MigrationDatabases;
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
	SchemaManagementProvider migrateSchemaManagementProvider(ObjectProvider<DataSource> dataSources,
			ObjectProvider<MigrationDatabases> databases, MigrateProperties properties) {
		return (dataSource) -> manages(dataSource, dataSources, databases, properties) ? SchemaManagement.MANAGED
				: SchemaManagement.UNMANAGED;
	}

	private static boolean manages(DataSource dataSource, ObjectProvider<DataSource> dataSources,
			ObjectProvider<MigrationDatabases> databases, MigrateProperties properties) {
		DataSource ours = dataSources.getIfUnique();
		if (ours != null && !ours.equals(dataSource)) {
			return false;
		}
		if (properties.isAutoUpgrade()) {
			return true;
		}
		MigrationDatabases known = databases.getIfAvailable();
		return known != null && known.all().values().stream().anyMatch((service) -> service.hasRevisions());
	}

}
