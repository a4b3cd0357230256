package dev.migrate.boot.autoconfigure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import dev.migrate.error.MigrateException;
import dev.migrate.plan.MigrationPlan;
import dev.migrate.run.Cancellation;
import dev.migrate.service.MigrationDatabases;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.Ordered;
import org.springframework.core.SpringProperties;

/**
 * Upgrades the databases, or looks at them, before anything that needs their schema. The
 * flags are read when it runs, not when the application is built: ahead-of-time
 * processing freezes conditions.
 */
public final class MigrationInitializer implements InitializingBean, Ordered {

	/** After Flyway and Liquibase, which may hand over; before data.sql. */
	static final int ORDER = 10;

	private static final Log logger = LogFactory.getLog(MigrationInitializer.class);

	private final MigrationDatabases databases;

	private final Function<String, DatabaseProperties> properties;

	private final DdlAutoCheck ddlAuto;

	MigrationInitializer(MigrationDatabases databases, Function<String, DatabaseProperties> properties,
			DdlAutoCheck ddlAuto) {
		this.databases = databases;
		this.properties = properties;
		this.ddlAuto = ddlAuto;
	}

	@Override
	public int getOrder() {
		return ORDER;
	}

	@Override
	public void afterPropertiesSet() {
		if ("onRefresh".equalsIgnoreCase(SpringProperties.getProperty("spring.context.exit"))) {
			logger.info("A training run: the database is left as it is");
			return;
		}
		try (EndOfProcess end = new EndOfProcess()) {
			go(end.cancellation());
		}
	}

	private void go(Cancellation cancellation) {
		boolean several = this.databases.all().size() > 1;
		List<DatabaseProperties> configured = new ArrayList<>();
		Map<String, DatabaseBoot> boots = new LinkedHashMap<>();
		this.databases.all().forEach((name, service) -> {
			DatabaseProperties own = this.properties.apply(name);
			configured.add(own);
			boots.put(name,
					new DatabaseBoot(several ? "Database " + name : "The database", service, own, cancellation));
		});
		this.ddlAuto.check(configured);
		if (several) {
			inOrder(boots);
		}
		else {
			boots.values().forEach((boot) -> boot.go(null));
		}
	}

	private static void inOrder(Map<String, DatabaseBoot> boots) {
		Map<String, Optional<MigrationPlan>> seen = MigrationDatabases.checked("No database was changed",
				boots.keySet(), (name) -> Optional.ofNullable(Objects.requireNonNull(boots.get(name)).check()));
		List<String> done = new ArrayList<>();
		boots.forEach((name, boot) -> {
			try {
				boot.go(Objects.requireNonNull(seen.get(name)).orElse(null));
				done.add(name);
			}
			catch (MigrateException ex) {
				throw stopped(name, ex, done, boots.keySet().stream().skip(done.size() + 1L).toList());
			}
		});
	}

	private static MigrateException stopped(String name, MigrateException failure, List<String> before,
			List<String> after) {
		StringBuilder sentence = new StringBuilder(name).append(": ").append(failure.getMessage());
		if (!before.isEmpty()) {
			sentence.append(" Done before that: ").append(String.join(", ", before)).append('.');
		}
		if (!after.isEmpty()) {
			sentence.append(" Not begun: ").append(String.join(", ", after)).append('.');
		}
		return new MigrateException(failure.code(), sentence.toString(), failure.hint(), failure);
	}

}
