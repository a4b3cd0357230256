package dev.migrate.benchmarks;

import java.util.Map;

import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.engine.config.spi.ConfigurationService;
import org.hibernate.tool.schema.spi.ContributableMatcher;
import org.hibernate.tool.schema.spi.ExceptionHandler;
import org.hibernate.tool.schema.spi.SchemaManagementTool;
import org.hibernate.tool.schema.spi.SchemaManagementToolCoordinator;

/**
 * Hibernate's own comparison, {@code ddl-auto=validate}: of tables, columns and types
 * only.
 */
final class HibernateTool implements Tool {

	private final Extent extent;

	HibernateTool(Extent extent) {
		this.extent = extent;
	}

	@Override
	public void run(Work work, Place place) {
		if (work != Work.GENERATE) {
			throw Tools.refused(work);
		}
		StandardServiceRegistry registry = new StandardServiceRegistryBuilder()
			.applySetting("jakarta.persistence.jdbc.url", place.url())
			.applySetting("jakarta.persistence.jdbc.user", place.user())
			.build();
		try {
			MetadataSources sources = new MetadataSources(registry);
			Model.entities(place.size()).forEach(sources::addAnnotatedClassName);
			Metadata metadata = sources.buildMetadata();
			if (this.extent == Extent.VALIDATE) {
				validate(registry, metadata);
			}
		}
		finally {
			StandardServiceRegistryBuilder.destroy(registry);
		}
	}

	private static void validate(StandardServiceRegistry registry, Metadata metadata) {
		Map<String, Object> settings = registry.requireService(ConfigurationService.class).getSettings();
		ExceptionHandler thrower = (exception) -> {
			throw exception;
		};
		registry.requireService(SchemaManagementTool.class)
			.getSchemaValidator(settings)
			.doValidation(metadata, SchemaManagementToolCoordinator.buildExecutionOptions(settings, thrower),
					ContributableMatcher.ALL);
	}

	/** How far it goes. */
	enum Extent {

		METADATA, VALIDATE

	}

}
