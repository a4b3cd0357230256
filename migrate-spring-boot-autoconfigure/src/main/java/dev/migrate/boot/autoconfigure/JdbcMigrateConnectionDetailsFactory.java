package dev.migrate.boot.autoconfigure;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetailsFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * Points migrations at a database of Docker Compose, whatever user or URL production has.
 */
class JdbcMigrateConnectionDetailsFactory
		implements ConnectionDetailsFactory<JdbcConnectionDetails, MigrateConnectionDetails> {

	@Override
	public MigrateConnectionDetails getConnectionDetails(JdbcConnectionDetails source) {
		return new JdbcMigrateConnectionDetails(source);
	}

	private record JdbcMigrateConnectionDetails(JdbcConnectionDetails source) implements ReplacingConnectionDetails {

		@Override
		public @Nullable String getUsername() {
			return this.source.getUsername();
		}

		@Override
		public @Nullable String getPassword() {
			return this.source.getPassword();
		}

		@Override
		public String getJdbcUrl() {
			return this.source.getJdbcUrl();
		}

		@Override
		public String getDriverClassName() {
			return this.source.getDriverClassName();
		}

	}

}
