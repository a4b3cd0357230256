package dev.migrate.hibernate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import org.hibernate.cfg.CacheSettings;
import org.hibernate.boot.model.relational.ColumnOrderingStrategyStandard;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.ManagedBeanSettings;
import org.hibernate.cfg.MappingSettings;
import org.hibernate.cfg.PersistenceSettings;
import org.hibernate.cfg.QuerySettings;
import org.hibernate.cfg.SchemaToolingSettings;
import org.hibernate.cfg.TransactionSettings;
import org.hibernate.resource.beans.container.spi.BeanContainer;
import org.jspecify.annotations.Nullable;

/**
 * The application's own settings with everything taken out that would open its database,
 * change it, or start something that lives beside the entities. What shapes the schema
 * stays: dialect, naming, types, converters, validation, generators.
 */
final class OfflineSettings {

	private static final List<String> DROPPED_PREFIXES = List.of("jakarta.persistence.jdbc.", "javax.persistence.jdbc.",
			"jakarta.persistence.schema-generation.", "javax.persistence.schema-generation.",
			"jakarta.persistence.database-", "javax.persistence.database-", "hibernate.connection.",
			"hibernate.hikari.", "hibernate.c3p0.", "hibernate.agroal.", "hibernate.proxool.", "hibernate.ucp.",
			"hibernate.dbcp.", "hibernate.vibur.", "hibernate.cache.", "hibernate.javax.cache.", "hibernate.classcache",
			"hibernate.collectioncache", "hibernate.search.", "hibernate.jndi.", "hibernate.jta.",
			"hibernate.session.events.", "hibernate.query.mutation_strategy", "hibernate.query.insert_strategy",
			"hibernate.multi_tenant");

	private static final List<String> DROPPED = List.of("jakarta.persistence.nonJtaDataSource",
			"javax.persistence.nonJtaDataSource", "jakarta.persistence.jtaDataSource",
			"javax.persistence.jtaDataSource", "jakarta.persistence.transactionType",
			"javax.persistence.transactionType", "jakarta.persistence.sql-load-script-source",
			"javax.persistence.sql-load-script-source", "jakarta.persistence.create-database-schemas",
			"javax.persistence.create-database-schemas", "jakarta.persistence.sharedCache.mode",
			"javax.persistence.sharedCache.mode", "jakarta.persistence.bean.manager", "javax.persistence.bean.manager",
			"hibernate.hbm2ddl.auto", "hibernate.hbm2ddl.import_files", "hibernate.hbm2ddl.create_namespaces",
			"hibernate.hbm2ddl.skip_default_import_file", "hibernate.schema_management_tool",
			"hibernate.temp.use_jdbc_metadata_defaults", "hibernate.session_factory_name",
			"hibernate.session_factory_jndi_name", "hibernate.session_factory_name_is_jndi",
			"hibernate.session_factory_observer", "hibernate.ejb.session_factory_observer",
			"hibernate.session_factory.interceptor", "hibernate.session_factory.session_scoped_interceptor",
			"hibernate.session_factory.statement_inspector", "hibernate.ejb.interceptor",
			"hibernate.ejb.interceptor.session_scoped", "hibernate.transaction.coordinator_class",
			"hibernate.transaction.jta.platform", "hibernate.transaction.jta.platform_resolver",
			"hibernate.generate_statistics", "hibernate.current_session_context_class");

	private OfflineSettings() {
	}

	/**
	 * Return what the factory is built with.
	 * @param request the application's wishes
	 * @param order how columns are ordered unless the application has its own way
	 */
	static Map<String, Object> of(EntityModelRequest request, DeclaredColumnOrder order) {
		Map<String, Object> wanted = wanted(request);
		Map<String, Object> settings = new LinkedHashMap<>();
		wanted.forEach((key, value) -> {
			if (isKept(key)) {
				settings.put(key, value);
			}
		});
		putServer(settings, request.product());
		settings.put(SchemaToolingSettings.HBM2DDL_AUTO, "none");
		settings.put(JdbcSettings.CONNECTION_PROVIDER, new NoConnections());
		settings.put(CacheSettings.USE_SECOND_LEVEL_CACHE, "false");
		settings.put(CacheSettings.USE_QUERY_CACHE, "false");
		settings.put("hibernate.search.enabled", "false");
		settings.put(QuerySettings.QUERY_STARTUP_CHECKING, "false");
		settings.put("hibernate.query.mutation_strategy.global_temporary.create_tables", "false");
		settings.put("hibernate.query.mutation_strategy.persistent.create_tables", "false");
		settings.put(TransactionSettings.TRANSACTION_COORDINATOR_STRATEGY, "jdbc");
		settings.put(PersistenceSettings.SESSION_FACTORY_NAME_IS_JNDI, "false");
		settings.put(ManagedBeanSettings.DELAY_CDI_ACCESS, "false");
		if (isStandard(settings.get(MappingSettings.COLUMN_ORDERING_STRATEGY))) {
			settings.put(MappingSettings.COLUMN_ORDERING_STRATEGY, order);
		}
		settings.put(DriverKeywords.SETTING,
				DriverKeywords.besides(wanted.get(DriverKeywords.SETTING), request.product()));
		Object container = wanted.get(ManagedBeanSettings.BEAN_CONTAINER);
		if (container instanceof BeanContainer userContainer) {
			settings.put(ManagedBeanSettings.BEAN_CONTAINER, new ConstructorFirstBeanContainer(userContainer));
		}
		return settings;
	}

	private static boolean isStandard(@Nullable Object columnOrdering) {
		return columnOrdering == null || columnOrdering.equals("default")
				|| columnOrdering.equals(ColumnOrderingStrategyStandard.INSTANCE);
	}

	private static void putServer(Map<String, Object> settings, DatabaseProduct product) {
		settings.put("hibernate.boot.allow_jdbc_metadata_access", "false");
		settings.put(JdbcSettings.JAKARTA_HBM2DDL_DB_NAME, product.name());
		settings.put(JdbcSettings.JAKARTA_HBM2DDL_DB_MAJOR_VERSION, Integer.toString(product.majorVersion()));
		settings.put(JdbcSettings.JAKARTA_HBM2DDL_DB_MINOR_VERSION, Integer.toString(product.minorVersion()));
		if (product.version() != null) {
			settings.put(JdbcSettings.JAKARTA_HBM2DDL_DB_VERSION, product.version());
		}
	}

	/**
	 * Return the unit's own properties and, above them, those of the factory.
	 */
	private static Map<String, Object> wanted(EntityModelRequest request) {
		Map<String, Object> wanted = new LinkedHashMap<>();
		Properties own = request.unit().getProperties();
		if (own != null) {
			own.stringPropertyNames().stream().sorted().forEach((key) -> wanted.put(key, own.getProperty(key)));
		}
		wanted.putAll(request.properties());
		return wanted;
	}

	private static boolean isKept(String key) {
		return !DROPPED.contains(key) && DROPPED_PREFIXES.stream().noneMatch(key::startsWith);
	}

}
