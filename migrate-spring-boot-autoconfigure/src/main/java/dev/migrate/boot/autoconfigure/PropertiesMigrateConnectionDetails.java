package dev.migrate.boot.autoconfigure;

import org.jspecify.annotations.Nullable;

/**
 * Connection details from {@code spring.migrate.*}.
 */
final class PropertiesMigrateConnectionDetails implements ReplacingConnectionDetails {

	private final ConnectionProperties properties;

	PropertiesMigrateConnectionDetails(ConnectionProperties properties) {
		this.properties = properties;
	}

	@Override
	public @Nullable String getUsername() {
		return this.properties.getUser();
	}

	@Override
	public @Nullable String getPassword() {
		return this.properties.getPassword();
	}

	@Override
	public @Nullable String getJdbcUrl() {
		return this.properties.getUrl();
	}

	@Override
	public @Nullable String getDriverClassName() {
		return this.properties.getDriverClassName();
	}

}
