package dev.migrate.hibernate;

import java.util.Map;

import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.dialect.Dialect;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.jpa.boot.spi.Bootstrap;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;

/**
 * Hibernate started on the entities without a database. The model is that of the complete
 * factory, so it holds exactly what the application's own {@code ddl-auto} would create.
 */
final class OfflineModel implements AutoCloseable {

	private final SessionFactoryImplementor factory;

	private final MetadataImplementor metadata;

	private final AttributePaths paths;

	private OfflineModel(SessionFactoryImplementor factory, MetadataImplementor metadata, DeclaredColumnOrder order) {
		this.factory = factory;
		this.metadata = metadata;
		this.paths = new AttributePaths(metadata);
		order.use(metadata, this.paths);
		// Hibernate orders the columns of keys only when it is about to create them.
		metadata.orderColumns(true);
	}

	static OfflineModel start(EntityModelRequest request) {
		ModelKeeper keeper = new ModelKeeper();
		DeclaredColumnOrder order = new DeclaredColumnOrder();
		SessionFactoryImplementor factory = build(request, OfflineSettings.of(request, keeper, order));
		try {
			return new OfflineModel(factory, (MetadataImplementor) keeper.metadata(), order);
		}
		catch (RuntimeException ex) {
			factory.close();
			throw ex;
		}
	}

	private static SessionFactoryImplementor build(EntityModelRequest request, Map<String, Object> settings) {
		Thread thread = Thread.currentThread();
		ClassLoader before = thread.getContextClassLoader();
		if (request.classLoader() != null) {
			thread.setContextClassLoader(request.classLoader());
		}
		try {
			return Bootstrap.getEntityManagerFactoryBuilder(new OfflinePersistenceUnit(request), settings)
				.build()
				.unwrap(SessionFactoryImplementor.class);
		}
		catch (RuntimeException | LinkageError ex) {
			throw refused(request, ex);
		}
		finally {
			thread.setContextClassLoader(before);
		}
	}

	private static MigrateException refused(EntityModelRequest request, Throwable failure) {
		Throwable cause = failure;
		while (cause.getCause() != null && cause.getCause() != cause) {
			cause = cause.getCause();
		}
		String reason = (cause.getMessage() != null) ? cause.getMessage() : cause.getClass().getName();
		return new MigrateException(ErrorCode.INVALID_ENTITIES,
				"The entities of persistence unit '" + request.unit().getPersistenceUnitName() + "' can't be read: "
						+ reason,
				"Hibernate refuses this mapping; the application would not start with it either.", failure);
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

	SessionFactoryImplementor factory() {
		return this.factory;
	}

	SqlStringGenerationContext sqlContext() {
		return this.factory.getSqlStringGenerationContext();
	}

	@Override
	public void close() {
		this.factory.close();
	}

}
