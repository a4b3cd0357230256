package dev.migrate.boot.autoconfigure;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

import dev.migrate.dialect.ServerVersion;
import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.generate.Entities;
import dev.migrate.generate.EntityModel;
import dev.migrate.generate.NoEntitiesException;
import dev.migrate.hibernate.DatabaseProduct;
import dev.migrate.hibernate.EntityModelRequest;
import dev.migrate.hibernate.EntitySchema;
import dev.migrate.hibernate.EntitySchemaReader;
import dev.migrate.hibernate.HibernateEntities;
import jakarta.persistence.spi.PersistenceUnitInfo;
import org.hibernate.SessionFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.orm.jpa.AbstractEntityManagerFactoryBean;
import org.springframework.orm.jpa.persistenceunit.SmartPersistenceUnitInfo;

/**
 * The entities of the application's persistence units, as the application configures
 * them. Its EntityManagerFactories are prepared, which scans entities and gathers
 * properties, but not built: that would open the database.
 */
final class HibernateEntityModel implements EntityModel {

	private final ConfigurableListableBeanFactory beans;

	private final PersistenceUnits chosen;

	HibernateEntityModel(ConfigurableListableBeanFactory beans, PersistenceUnits chosen) {
		this.beans = beans;
		this.chosen = chosen;
	}

	@Override
	public Entities read(ServerVersion server) {
		this.beans.addBeanPostProcessor(new Unbuilt());
		String[] names = BeanFactoryUtils.beanNamesForTypeIncludingAncestors(this.beans,
				AbstractEntityManagerFactoryBean.class, true, false);
		if (names.length == 0) {
			throw new NoEntitiesException("This application has no EntityManagerFactory, so no entities.",
					"Add spring-boot-starter-data-jpa, or write the revision by hand: `db revision -m …`.");
		}
		List<String> others = new ArrayList<>();
		List<EntitySchema> units = new ArrayList<>();
		for (String name : names) {
			String factory = name.startsWith(BeanFactory.FACTORY_BEAN_PREFIX) ? name
					: BeanFactory.FACTORY_BEAN_PREFIX + name;
			String bean = factory.substring(BeanFactory.FACTORY_BEAN_PREFIX.length());
			AbstractEntityManagerFactoryBean unit = this.beans.getBean(factory, AbstractEntityManagerFactoryBean.class);
			if (this.chosen.have(bean, unit.getPersistenceUnitName(), unit.getDataSource())) {
				units.add(read(unit, server));
			}
			else {
				others.add(bean);
			}
		}
		if (units.isEmpty()) {
			throw none(others);
		}
		return HibernateEntities.of(units);
	}

	private MigrateException none(List<String> others) {
		String database = this.chosen.database();
		String hint = "Its EntityManagerFactory beans are " + String.join(", ", others)
				+ ". Name one in spring.migrate.databases." + database
				+ ".persistence-unit, or write the revision by hand: `db revision --database " + database + " -m …`.";
		return this.chosen.names().isEmpty()
				? new NoEntitiesException("No EntityManagerFactory uses the DataSource of database '" + database
						+ "', so it has no entities.", hint)
				: new MigrateException(
						ErrorCode.USAGE, "Database '" + database + "' has the persistence unit "
								+ String.join(", ", this.chosen.names()) + ", which the application does not have.",
						hint);
	}

	private EntitySchema read(AbstractEntityManagerFactoryBean factory, ServerVersion server) {
		PersistenceUnitInfo unit = factory.getPersistenceUnitInfo();
		if (unit == null) {
			throw new MigrateException(ErrorCode.USAGE,
					"The persistence unit " + factory.getPersistenceUnitName() + " can't be read.", null);
		}
		List<String> packages = (unit instanceof SmartPersistenceUnitInfo smart) ? smart.getManagedPackages()
				: List.of();
		DatabaseProduct product = HibernateEntities.product(server);
		Map<String, Object> properties = factory.getJpaPropertyMap();
		return new EntitySchemaReader().read(new EntityModelRequest(unit, properties, packages, product,
				product.unquotedCase(), this.beans.getBeanClassLoader()));
	}

	/** Keeps factories from being built: their building is handed over, and dropped. */
	private static final class Unbuilt implements BeanPostProcessor {

		@Override
		public Object postProcessBeforeInitialization(Object bean, String beanName) {
			if (bean instanceof AbstractEntityManagerFactoryBean factory) {
				factory.setBootstrapExecutor(new Dropping());
			}
			return bean;
		}

	}

	private static final class Dropping implements AsyncTaskExecutor {

		@Override
		public void execute(Runnable task) {
			// Nobody waits for it.
		}

		// The factory bean closes what it believes it has built.
		@Override
		@SuppressWarnings("unchecked")
		public <T> Future<T> submit(Callable<T> task) {
			Object nothing = Proxy.newProxyInstance(SessionFactory.class.getClassLoader(),
					new Class<?>[] { SessionFactory.class },
					(proxy, method, arguments) -> answer(method.getReturnType()));
			return CompletableFuture.completedFuture((T) nothing);
		}

		private static @Nullable Object answer(Class<?> type) {
			return (type == boolean.class) ? Boolean.FALSE : null;
		}

	}

}
