package dev.migrate.boot.autoconfigure;

import java.util.LinkedHashSet;
import java.util.Set;

import org.springframework.boot.actuate.endpoint.Show;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Properties of the migrations endpoint.
 */
@ConfigurationProperties("management.endpoint.migrations")
public class MigrationsEndpointProperties {

	/**
	 * When to show the SQL of a revision.
	 */
	private Show showSql = Show.WHEN_AUTHORIZED;

	/**
	 * Roles used to determine whether a user is authorized to be shown the SQL of a
	 * revision. When empty, all authenticated users are authorized.
	 */
	private final Set<String> roles = new LinkedHashSet<>();

	public Show getShowSql() {
		return this.showSql;
	}

	public void setShowSql(Show showSql) {
		this.showSql = showSql;
	}

	public Set<String> getRoles() {
		return this.roles;
	}

}
