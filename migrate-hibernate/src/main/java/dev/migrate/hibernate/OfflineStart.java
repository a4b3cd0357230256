package dev.migrate.hibernate;

import java.util.Map;
import java.util.Set;

import org.hibernate.boot.beanvalidation.BeanValidationIntegrator;
import org.hibernate.boot.internal.MetadataImpl;
import org.hibernate.boot.internal.SessionFactoryOptionsBuilder;
import org.hibernate.boot.model.relational.Database;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.boot.model.relational.internal.SqlStringGenerationContextImpl;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.boot.spi.SessionFactoryBuilderImplementor;
import org.hibernate.boot.spi.SessionFactoryOptions;
import org.hibernate.cache.internal.CollectionCacheInvalidator;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.integrator.spi.IntegratorService;
import org.hibernate.jpa.boot.spi.Bootstrap;
import org.hibernate.jpa.boot.spi.EntityManagerFactoryBuilder;
import org.jspecify.annotations.Nullable;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;

/**
 * Starts Hibernate on the entities without a database: as far as the metadata, which
 * costs a fraction of a factory, and on to the complete factory where only that can tell.
 */
final class OfflineStart {

	/** Integrators whose part in the schema is known: none, but for the constraints. */
	private static final Set<String> KNOWN = Set.of(BeanValidationIntegrator.class.getName(),
			CollectionCacheInvalidator.class.getName(), "org.hibernate.envers.boot.internal.EnversIntegrator");

	private final EntityModelRequest request;

	OfflineStart(EntityModelRequest request) {
		this.request = request;
	}

	OfflineModel run() {
		Thread thread = Thread.currentThread();
		ClassLoader before = thread.getContextClassLoader();
		if (this.request.classLoader() != null) {
			thread.setContextClassLoader(this.request.classLoader());
		}
		try {
			OfflineModel quick = quick();
			return (quick != null) ? quick : complete();
		}
		finally {
			thread.setContextClassLoader(before);
		}
	}

	/**
	 * Return the model without a factory, or null if that can't be: then the complete one
	 * says more, or why there is none.
	 */
	private @Nullable OfflineModel quick() {
		DeclaredColumnOrder order = new DeclaredColumnOrder();
		EntityManagerFactoryBuilder builder = null;
		try {
			builder = builder(order);
			MetadataImplementor metadata = builder.metadata();
			StandardServiceRegistry services = metadata.getMetadataBuildingOptions().getServiceRegistry();
			if (!areKnown(services.requireService(IntegratorService.class).getIntegrators())) {
				return complete(builder, order);
			}
			return quick(metadata, services, order);
		}
		catch (RuntimeException | LinkageError ex) {
			if (builder != null) {
				builder.cancel();
			}
			return null;
		}
	}

	private static boolean areKnown(Iterable<Integrator> integrators) {
		for (Integrator integrator : integrators) {
			// An application's integrator may change the model.
			if (!KNOWN.contains(integrator.getClass().getName())) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Do what a factory does to the metadata while it is built, in the same order.
	 */
	private static OfflineModel quick(MetadataImplementor metadata, StandardServiceRegistry services,
			DeclaredColumnOrder order) {
		SessionFactoryOptions options = options(metadata, services);
		Database database = metadata.getDatabase();
		SqlStringGenerationContext context = SqlStringGenerationContextImpl.fromExplicit(database.getJdbcEnvironment(),
				database, options.getDefaultCatalog(), options.getDefaultSchema());
		new StandInFactory(services, options).apply(new BeanValidationIntegrator(), metadata);
		metadata.orderColumns(false);
		metadata.validate();
		new ValueGenerators(metadata, options, context).create();
		return new OfflineModel(metadata, order,
				new OfflineModel.Surroundings(options, context,
						new OfflineWrapperOptions(database.getDialect(), metadata.getTypeConfiguration(), options),
						services, false, () -> StandardServiceRegistryBuilder.destroy(services)));
	}

	// The builder of a factory would start what enhances bytecode, only to end it.
	private static SessionFactoryOptions options(MetadataImplementor metadata, StandardServiceRegistry services) {
		return (metadata instanceof MetadataImpl own)
				? new SessionFactoryOptionsBuilder(services, own.getBootstrapContext())
				: ((SessionFactoryBuilderImplementor) metadata.getSessionFactoryBuilder()).buildSessionFactoryOptions();
	}

	private OfflineModel complete() {
		try {
			DeclaredColumnOrder order = new DeclaredColumnOrder();
			return complete(builder(order), order);
		}
		catch (RuntimeException | LinkageError ex) {
			throw refused(ex);
		}
	}

	private static OfflineModel complete(EntityManagerFactoryBuilder builder, DeclaredColumnOrder order) {
		MetadataImplementor metadata = builder.metadata();
		SessionFactoryImplementor factory = builder.build().unwrap(SessionFactoryImplementor.class);
		try {
			return new OfflineModel(metadata, order,
					new OfflineModel.Surroundings(factory.getSessionFactoryOptions(),
							factory.getSqlStringGenerationContext(), factory.getWrapperOptions(),
							factory.getServiceRegistry(), true, factory::close));
		}
		catch (RuntimeException ex) {
			factory.close();
			throw ex;
		}
	}

	private EntityManagerFactoryBuilder builder(DeclaredColumnOrder order) {
		Map<String, Object> settings = OfflineSettings.of(this.request, order);
		return Bootstrap.getEntityManagerFactoryBuilder(new OfflinePersistenceUnit(this.request), settings);
	}

	private MigrateException refused(Throwable failure) {
		Throwable cause = failure;
		while (cause.getCause() != null && cause.getCause() != cause) {
			cause = cause.getCause();
		}
		String reason = (cause.getMessage() != null) ? cause.getMessage() : cause.getClass().getName();
		return new MigrateException(ErrorCode.INVALID_ENTITIES,
				"The entities of persistence unit '" + this.request.unit().getPersistenceUnitName()
						+ "' can't be read: " + reason,
				"Hibernate refuses this mapping; the application would not start with it either.", failure);
	}

}
