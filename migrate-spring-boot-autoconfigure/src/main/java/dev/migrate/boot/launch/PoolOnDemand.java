package dev.migrate.boot.launch;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.util.ClassUtils;

/**
 * Keeps a pool from opening connections that nobody has asked for: by default it fills
 * itself in the background, and a command needs one of them for a moment.
 */
final class PoolOnDemand implements BeanPostProcessor {

	private static final String HIKARI = "com.zaxxer.hikari.HikariDataSource";

	@Override
	public Object postProcessBeforeInitialization(Object bean, String beanName) {
		if (bean instanceof DataSource dataSource && ClassUtils.isPresent(HIKARI, bean.getClass().getClassLoader())) {
			Hikari.fillOnDemand(dataSource);
		}
		return bean;
	}

	/** Another pool may be there without this one. */
	private static final class Hikari {

		static void fillOnDemand(DataSource dataSource) {
			if (dataSource instanceof HikariDataSource pool) {
				// With none the pool connects once just to see whether it can.
				pool.setMinimumIdle(1);
			}
		}

	}

}
