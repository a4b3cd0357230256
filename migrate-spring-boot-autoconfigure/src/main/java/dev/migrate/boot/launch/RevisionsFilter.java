package dev.migrate.boot.launch;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * Leaves out what revisions don't come from: the auto-configurations of Spring Boot.
 * Those of others may hold some, on condition that there is a DataSource, or migrations.
 * Without a command it leaves out nothing.
 */
public final class RevisionsFilter implements AutoConfigurationImportFilter, EnvironmentAware, Ordered {

	private static final Set<String> CONDITIONS = Set.of(
			"org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
			"dev.migrate.boot.autoconfigure.MigrateAutoConfiguration");

	private boolean active;

	@Override
	public void setEnvironment(Environment environment) {
		this.active = CommandProperties.wantRevisionsOnly(environment);
	}

	/** Before the others, which then have less to do. */
	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public boolean[] match(@Nullable String[] names, AutoConfigurationMetadata metadata) {
		boolean[] matches = new boolean[names.length];
		for (int index = 0; index < names.length; index++) {
			matches[index] = !this.active || isWanted(names[index]);
		}
		return matches;
	}

	private static boolean isWanted(@Nullable String name) {
		return name != null && (CONDITIONS.contains(name)
				|| !(name.startsWith("org.springframework.boot.") || name.startsWith("dev.migrate.boot.")));
	}

}
