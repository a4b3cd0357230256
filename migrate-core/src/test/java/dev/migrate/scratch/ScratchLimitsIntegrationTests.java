package dev.migrate.scratch;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;

import dev.migrate.testkit.OwnDatabase;
import dev.migrate.testkit.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Limits that a role puts on its sessions don't cut work on a scratch database short.
 */
class ScratchLimitsIntegrationTests {

	@OwnDatabase
	TestDatabase database;

	// Like ALTER ROLE … SET: what the session begins with, and RESET returns to.
	private Connection connect(@Nullable String name) throws SQLException {
		Properties properties = new Properties();
		properties.setProperty("user", this.database.user());
		properties.setProperty("password", this.database.password());
		properties.setProperty("options",
				"-c statement_timeout=1000 -c lock_timeout=1000 -c idle_in_transaction_session_timeout=1000");
		String url = (name != null) ? this.database.url().replaceFirst("/[^/?]+(\\?|$)", "/" + name + "$1")
				: this.database.url();
		return DriverManager.getConnection(url, properties);
	}

	private static void assertUnlimited(ScratchDatabase scratch) {
		assertThat(List.of("statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout"))
			.allSatisfy((limit) -> assertThat(setting(scratch.connection(), limit)).isEqualTo("0"));
	}

	private static String setting(Connection connection, String name) throws SQLException {
		try (Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery("SHOW " + name)) {
			row.next();
			return row.getString(1);
		}
	}

	@Test
	void noKindOfScratchHasThem() {
		AtomicInteger number = new AtomicInteger();
		try (PostgresqlScratch scratch = new PostgresqlScratch(this::connect, () -> "free" + number.incrementAndGet(),
				List.of())) {
			for (int time = 0; time < 2; time++) {
				try (ScratchDatabase rolledBack = scratch.rolledBack()) {
					assertUnlimited(rolledBack);
				}
			}
			try (ScratchDatabase large = scratch.large()) {
				assertUnlimited(large);
			}
			try (ScratchDatabase committed = scratch.committed()) {
				assertUnlimited(committed);
			}
		}
	}

}
