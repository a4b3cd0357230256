package dev.migrate.boot.autoconfigure;

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
	SchemaManagementProvider migrateSchemaManagementProvider(ObjectProvider<ConfiguredDatabases> configured,
			ObjectProvider<MigrationDatabases> databases) {
		return (dataSource) -> configured.getObject()
			.all()
			.entrySet()
			.stream()
			.anyMatch((database) -> database.getValue().connections().reading().equals(dataSource)
					&& (database.getValue().properties().isAutoUpgrade()
							|| databases.getObject().get(database.getKey()).hasRevisions())) ? SchemaManagement.MANAGED
									: SchemaManagement.UNMANAGED;
	}

}
