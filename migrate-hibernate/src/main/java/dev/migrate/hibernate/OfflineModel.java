package dev.migrate.hibernate;

import java.util.Map;

import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.boot.spi.SessionFactoryOptions;
import org.hibernate.dialect.Dialect;
import org.hibernate.engine.config.spi.ConfigurationService;
import org.hibernate.mapping.GeneratorSettings;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.type.descriptor.WrapperOptions;

/**
 * What Hibernate makes of the entities without a database: exactly what the application's
 * own {@code ddl-auto} would create.
 */
final class OfflineModel implements AutoCloseable {

	private final MetadataImplementor metadata;

	private final Surroundings surroundings;

	private final AttributePaths paths;

	OfflineModel(MetadataImplementor metadata, DeclaredColumnOrder order, Surroundings surroundings) {
		this.metadata = metadata;
		this.surroundings = surroundings;
		this.paths = new AttributePaths(metadata);
		order.use(metadata, this.paths);
		// Hibernate orders the columns of keys only when it is about to create them.
		metadata.orderColumns(true);
	}

	static OfflineModel start(EntityModelRequest request) {
		return new OfflineStart(request).run();
	}

	Metadata metadata() {
		return this.metadata;
	}

	AttributePaths paths() {
		return this.paths;
	}

	Dialect dialect() {
		return this.metadata.getDatabase().getDialect();
	}

	SqlStringGenerationContext sqlContext() {
		return this.surroundings.sqlContext();
	}

	WrapperOptions wrapperOptions() {
		return this.surroundings.wrapperOptions();
	}

	GeneratorSettings generatorSettings() {
		return new Defaults(this.surroundings.options(), sqlContext());
	}

	ServiceRegistry services() {
		return this.surroundings.services();
	}

	Map<String, Object> settings() {
		return services().requireService(ConfigurationService.class).getSettings();
	}

	/**
	 * Return whether a complete factory was built.
	 */
	boolean isComplete() {
		return this.surroundings.complete();
	}

	@Override
	public void close() {
		this.surroundings.end().run();
	}

	private record Defaults(SessionFactoryOptions options,
			SqlStringGenerationContext context) implements GeneratorSettings {

		@Override
		public String getDefaultCatalog() {
			return this.options.getDefaultCatalog();
		}

		@Override
		public String getDefaultSchema() {
			return this.options.getDefaultSchema();
		}

		@Override
		public SqlStringGenerationContext getSqlStringGenerationContext() {
			return this.context;
		}

	}

	/**
	 * What stands around the metadata.
	 *
	 * @param options of the factory, be it there or not
	 * @param sqlContext says which schema and catalogue are the default
	 * @param wrapperOptions says how values become literals
	 * @param services of Hibernate
	 * @param complete whether a complete factory was built
	 * @param end stops all of it
	 */
	record Surroundings(SessionFactoryOptions options, SqlStringGenerationContext sqlContext,
			WrapperOptions wrapperOptions, ServiceRegistry services, boolean complete, Runnable end) {
	}

}
