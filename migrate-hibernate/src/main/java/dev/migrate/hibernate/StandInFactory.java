package dev.migrate.hibernate;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.boot.spi.SessionFactoryOptions;
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
		EventListenerRegistry listeners = proxy(EventListenerRegistry.class, (proxy, method, arguments) -> null);
		SessionFactoryServiceRegistry registry = proxy(SessionFactoryServiceRegistry.class,
				(proxy, method, arguments) -> called(this.services, method, arguments));
		return proxy(SessionFactoryImplementor.class, (proxy, method, arguments) -> switch (method.getName()) {
			case "getServiceRegistry" -> registry;
			case "getSessionFactoryOptions" -> this.options;
			case "getEventListenerRegistry" -> listeners;
			case "addObserver" -> null;
			default -> throw new UnsupportedOperationException("There is no factory to ask for " + method.getName());
		});
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

}
