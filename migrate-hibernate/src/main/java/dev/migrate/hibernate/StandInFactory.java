package dev.migrate.hibernate;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

import org.hibernate.SessionFactoryObserver;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.boot.spi.SessionFactoryOptions;
import org.hibernate.engine.spi.SessionFactoryDelegatingImpl;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Stands where an integrator expects a factory. It knows the settings and services and
 * takes listeners without ever calling them; whatever else is asked of it fails.
 */
final class StandInFactory {

	private final StandardServiceRegistry services;

	private final SessionFactoryOptions options;

	StandInFactory(StandardServiceRegistry services, SessionFactoryOptions options) {
		this.services = services;
		this.options = options;
	}

	@SuppressWarnings("NullAway") // an integrator that needs no bootstrap context
	void apply(Integrator integrator, MetadataImplementor metadata) {
		integrator.integrate(metadata, null, factory());
	}

	private SessionFactoryImplementor factory() {
		return new NoFactory(proxy(SessionFactoryServiceRegistry.class,
				(proxy, method, arguments) -> called(this.services, method, arguments)), this.options);
	}

	static <T> T proxy(Class<T> type, InvocationHandler handler) {
		return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, handler));
	}

	private static @Nullable Object called(Object target, Method method, Object @Nullable [] arguments)
			throws Throwable {
		try {
			return method.invoke(target, arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getCause();
		}
	}

	/** What is not answered here has nobody to go to and fails. */
	private static final class NoFactory extends SessionFactoryDelegatingImpl {

		private static final long serialVersionUID = 1L;

		private final transient SessionFactoryServiceRegistry services;

		private final transient SessionFactoryOptions options;

		@SuppressWarnings("NullAway")
		NoFactory(SessionFactoryServiceRegistry services, SessionFactoryOptions options) {
			super(null);
			this.services = services;
			this.options = options;
		}

		@Override
		public SessionFactoryServiceRegistry getServiceRegistry() {
			return this.services;
		}

		@Override
		public SessionFactoryOptions getSessionFactoryOptions() {
			return this.options;
		}

		@Override
		public EventListenerRegistry getEventListenerRegistry() {
			return proxy(EventListenerRegistry.class, (proxy, method, arguments) -> null);
		}

		@Override
		public void addObserver(SessionFactoryObserver observer) {
			// It would be told of a factory that never is.
		}

	}

}
