package dev.migrate.hibernate;

import org.hibernate.resource.beans.container.spi.BeanContainer;
import org.hibernate.resource.beans.container.spi.ContainedBean;
import org.hibernate.resource.beans.spi.BeanInstanceProducer;

/**
 * Makes converters, listeners and generators with their no-arg constructor, and asks the
 * application's container only for those that have none. Their types shape the schema,
 * their collaborators don't; asking the container would start half the application.
 */
final class ConstructorFirstBeanContainer implements BeanContainer {

	private final BeanContainer delegate;

	ConstructorFirstBeanContainer(BeanContainer delegate) {
		this.delegate = delegate;
	}

	@Override
	public <B> ContainedBean<B> getBean(Class<B> beanType, LifecycleOptions options, BeanInstanceProducer fallback) {
		return hasDefaultConstructor(beanType) ? new Instance<>(beanType, fallback.produceBeanInstance(beanType))
				: this.delegate.getBean(beanType, options, fallback);
	}

	@Override
	public <B> ContainedBean<B> getBean(String name, Class<B> beanType, LifecycleOptions options,
			BeanInstanceProducer fallback) {
		return hasDefaultConstructor(beanType) ? new Instance<>(beanType, fallback.produceBeanInstance(name, beanType))
				: this.delegate.getBean(name, beanType, options, fallback);
	}

	private static boolean hasDefaultConstructor(Class<?> type) {
		for (var constructor : type.getDeclaredConstructors()) {
			if (constructor.getParameterCount() == 0) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Does nothing: the container is the application's, which stops it itself.
	 */
	@Override
	public void stop() {
	}

	private record Instance<B>(Class<B> type, B instance) implements ContainedBean<B> {

		@Override
		public Class<B> getBeanClass() {
			return this.type;
		}

		@Override
		public B getBeanInstance() {
			return this.instance;
		}

	}

}
