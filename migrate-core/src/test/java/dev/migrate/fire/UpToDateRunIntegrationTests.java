package dev.migrate.fire;

import java.nio.file.Path;
import java.util.List;

import dev.migrate.dialect.postgresql.PostgresqlDialect;
import dev.migrate.plan.TransactionMode;
import dev.migrate.service.EngineSettings;
import dev.migrate.testkit.OwnDatabase;
import dev.migrate.testkit.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A run with nothing to do, seen by the server: its own counters of statements and rows.
 */
class UpToDateRunIntegrationTests {

	@TempDir
	Path folder;

	@OwnDatabase
	TestDatabase database;

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void sendsOneStatement(boolean autoCommit) {
		Story story = Story.line(this.folder, 5);
		EngineSettings settings = Runs.settings(TransactionMode.PER_REVISION);
		Runs.upgrade(Runs.service(this.database, this.folder), "head");
		CountingDataSource counting = new CountingDataSource(this.database.dataSource(), autoCommit);
		SentStatements sent = new SentStatements(counting);
		assertThat(Runs.upgrade(Runs.service(sent, story.folder(), settings), "head").steps()).isEmpty();
		assertThat(sent.all()).singleElement().asString().contains("migrate_version");
		assertThat(counting.connections()).isEqualTo(1);
	}

	@Test
	void sendsOneStatementWithAConfiguredSchema() {
		Story story = Story.line(this.folder, 2);
		EngineSettings settings = Runs.inSchema("Ours \"here\"");
		Runs.upgrade(Runs.service(this.database.dataSource(), this.folder, settings), "head");
		SentStatements sent = new SentStatements(this.database.dataSource());
		assertThat(Runs.upgrade(Runs.service(sent, story.folder(), settings), "head").steps()).isEmpty();
		assertThat(sent.all()).hasSize(1);
		assertThat(this.database.strings("SELECT schemaname FROM pg_tables WHERE tablename = 'migrate_version'"))
			.containsExactly("Ours \"here\"");
	}

	@Test
	void asksAnEmptyDatabaseOnceAndMakesNothing() {
		EngineSettings settings = Runs.settings(TransactionMode.PER_REVISION);
		SentStatements sent = new SentStatements(this.database.dataSource());
		assertThat(Runs.upgrade(Runs.service(sent, this.folder, settings), "head").steps()).isEmpty();
		assertThat(sent.all()).hasSize(1);
		assertThat(this.database.strings("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")).isEmpty();
	}

	@Test
	void takesNoLockAndWritesNothing() {
		Story story = Story.line(this.folder, 2);
		EngineSettings settings = Runs.settings(TransactionMode.PER_REVISION);
		Runs.upgrade(Runs.service(this.database, this.folder), "head");
		List<String> before = this.database.strings("SELECT * FROM migrate_journal ORDER BY id");
		this.database.execute("ALTER DATABASE " + this.database.name() + " SET default_transaction_read_only = on");
		assertThat(Runs.upgrade(Runs.service(this.database.dataSource(), story.folder(), settings), "head").steps())
			.isEmpty();
		assertThat(this.database.strings("SELECT * FROM migrate_journal ORDER BY id")).isEqualTo(before);
	}

	@Test
	void answersShortlyHoweverLongTheHistory() {
		Story.line(this.folder, 1);
		Runs.upgrade(Runs.service(this.database, this.folder), "head");
		this.database.execute("INSERT INTO migrate_version (revision, revises, message, downgrade_sql, applied_at)"
				+ " SELECT 'r' || n, 'base', repeat('m', 100), repeat('d', 1000), now() FROM generate_series(1, 10000) n");
		List<String> rows = this.database.strings(new PostgresqlDialect().glance("migrate_version", "migrate_journal"));
		assertThat(rows).singleElement().asString().contains("10001").hasSizeLessThan(1024);
	}

	@Test
	void appliesAThousandRevisionsWithTheSameStatementsForEach() {
		int fewer = statements(Story.line(this.folder, 100), "0100abcd0000");
		int more = statements(Story.line(this.folder, 1000), "head");
		assertThat(this.database.string("SELECT count(*) FROM migrate_version")).isEqualTo("1000");
		// 900 more revisions, nine times the statements of a hundred.
		assertThat(more).isBetween(fewer * 8, fewer * 10);
	}

	private int statements(Story story, String target) {
		SentStatements sent = new SentStatements(this.database.dataSource());
		Runs.upgrade(Runs.service(sent, story.folder(), Runs.settings(TransactionMode.PER_REVISION)), target);
		return sent.all().size();
	}

}
