package dev.migrate.scratch;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import dev.migrate.testkit.OwnDatabase;
import dev.migrate.testkit.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a killed command leaves on the server, and who removes it.
 */
class LeftOverScratchIntegrationTests {

	@OwnDatabase
	TestDatabase database;

	private Connection connect(@Nullable String name) throws SQLException {
		String url = (name != null) ? this.database.url().replaceFirst("/[^/?]+(\\?|$)", "/" + name + "$1")
				: this.database.url();
		return DriverManager.getConnection(url, this.database.user(), this.database.password());
	}

	private PostgresqlScratch scratch(String word) {
		AtomicInteger number = new AtomicInteger();
		return new PostgresqlScratch(this::connect, () -> word + number.incrementAndGet(), List.of());
	}

	private List<String> scratches() {
		return this.database.strings("SELECT datname FROM pg_database WHERE datname LIKE 'migrate_scratch_' ||"
				+ " (SELECT oid FROM pg_database WHERE datname = current_database()) || '_%' ORDER BY 1");
	}

	// What is left of a process that was killed: its databases, without its sessions.
	private void kill() {
		this.database.execute("SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity"
				+ " WHERE pid <> pg_backend_pid() AND (datname = current_database() OR datname LIKE 'migrate_scratch_' ||"
				+ " (SELECT oid FROM pg_database WHERE datname = current_database()) || '_%')");
	}

	@Test
	void theNextCommandRemovesWhatAKilledOneLeft() {
		PostgresqlScratch killed = scratch("killed");
		killed.rolledBack();
		killed.committed();
		assertThat(scratches()).isNotEmpty();
		kill();
		assertThat(scratches()).isNotEmpty();
		try (PostgresqlScratch next = scratch("next")) {
			assertThat(scratches()).isEmpty();
		}
	}

	@Test
	void aCommandThatIsStillAtWorkKeepsItsOwn() throws SQLException {
		try (PostgresqlScratch first = scratch("first"); ScratchDatabase used = first.committed()) {
			try (PostgresqlScratch second = scratch("second")) {
				assertThat(scratches()).hasSize(1);
				assertThat(used.connection().isValid(5)).isTrue();
			}
		}
		assertThat(scratches()).isEmpty();
	}

	@Test
	void nothingIsLeftWhenACommandEnds() {
		try (PostgresqlScratch scratch = scratch("ended")) {
			scratch.rolledBack().close();
			scratch.committed().close();
		}
		assertThat(scratches()).isEmpty();
	}

}
