package dev.migrate.hibernate;

import java.util.ArrayList;
import java.util.List;

import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.jpa.boot.spi.IntegratorProvider;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the mapping model that a factory is built from. It must be read after the factory
 * is complete: inside {@code integrate} columns are unordered and what value generators
 * and Bean Validation add is missing.
 */
final class ModelKeeper implements Integrator {

	private @Nullable Metadata metadata;

	@Override
	public void integrate(Metadata metadata, BootstrapContext context, SessionFactoryImplementor factory) {
		this.metadata = metadata;
	}

	Metadata metadata() {
		if (this.metadata == null) {
			throw new IllegalStateException("The factory was built without telling its integrators");
		}
		return this.metadata;
	}

	/**
	 * Return a provider of this keeper and of the integrators that the application
	 * brings: those may shape the schema.
	 * @param users an instance, a class or a class name, or null
	 */
	IntegratorProvider besides(@Nullable Object users) {
		return () -> {
			List<Integrator> integrators = new ArrayList<>();
			IntegratorProvider provider = Given.instance(IntegratorProvider.class, users);
			if (provider != null) {
				integrators.addAll(provider.getIntegrators());
			}
			integrators.add(this);
			return integrators;
		};
	}

}
