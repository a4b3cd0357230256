package dev.migrate.generate;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import dev.migrate.dialect.ServerVersion;
import dev.migrate.dialect.postgresql.PostgresqlDialect;
import dev.migrate.diff.Answers;
import dev.migrate.revision.RevisionId;
import dev.migrate.scratch.PostgresqlScratch;
import dev.migrate.script.Header;
import dev.migrate.script.MigrationScript;
import dev.migrate.script.RevisionDraft;
import dev.migrate.script.SqlMigration;
import dev.migrate.script.SqlScriptWriter;
import dev.migrate.testkit.OwnDatabase;
import dev.migrate.testkit.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tables that refer to each other, five hundred in a row.
 */
class LongChainIntegrationTests {

	private static final int LENGTH = 500;

	private final PostgresqlDialect dialect = new PostgresqlDialect();

	@OwnDatabase
	TestDatabase database;

	private Connection connect(@Nullable String name) throws SQLException {
		String url = (name != null) ? this.database.url().replaceFirst("/[^/?]+(\\?|$)", "/" + name + "$1")
				: this.database.url();
		return DriverManager.getConnection(url, this.database.user(), this.database.password());
	}

	// The first is written last, so that the order is found and not inherited.
	private static Entities chain() {
		List<Entities.Statement> statements = new ArrayList<>();
		List<Entities.MadeFor> objects = new ArrayList<>();
		for (int number = 0; number < LENGTH; number++) {
			String table = "t" + number;
			statements.add(new Entities.Statement("CREATE TABLE " + table + " (id BIGINT PRIMARY KEY, before BIGINT)",
					"T" + number));
			objects.add(new Entities.MadeFor("TABLE", null, table, table, List.of(), "T" + number, true, null));
		}
		for (int number = LENGTH - 1; number > 0; number--) {
			statements.add(new Entities.Statement(
					"ALTER TABLE t" + number + " ADD CONSTRAINT t" + number
							+ "_before_fkey FOREIGN KEY (before) REFERENCES t" + (number - 1),
					"T" + number + ".before"));
		}
		Collections.reverse(statements.subList(0, LENGTH));
		return new Entities(statements, objects, List.of(), List.of(), LENGTH);
	}

	@Test
	void isCreatedInTheOrderOfItsKeysAndDroppedInReverse() throws SQLException {
		AtomicInteger number = new AtomicInteger();
		try (Connection connection = connect(null);
				PostgresqlScratch scratch = new PostgresqlScratch(this::connect, () -> "c" + number.incrementAndGet(),
						List.of())) {
			Generator generator = new Generator(this.dialect, ServerVersion.of(connection), "public", scratch);
			Generated generated = generate(generator, List.of());
			assertThat(tables(generated.upgrade(), "CREATE TABLE ")).hasSize(LENGTH).startsWith("t0", "t1", "t2");
			assertThat(tables(generated.downgrade(), "DROP TABLE ")).hasSize(LENGTH).endsWith("t2", "t1", "t0");
			assertThat(generated.upgrade()).noneMatch((statement) -> statement.startsWith("ALTER TABLE"));
			assertThat(generate(generator, List.of(written(generated))).isEmpty()).isTrue();
		}
	}

	private static Generated generate(Generator generator, List<MigrationScript> base) {
		return generator.generate((server) -> chain(), new GenerateRequest(base, Answers.NONE, false, "the chain"));
	}

	private static List<String> tables(List<String> statements, String words) {
		return statements.stream()
			.flatMap((statement) -> statement.startsWith(words)
					? Stream.of(statement.substring(words.length()).split("[ (,]", 2)[0]) : Stream.empty())
			.toList();
	}

	private MigrationScript written(Generated generated) {
		Header header = new Header("the chain", new RevisionId("aaaaaaaaaa01"), List.of(), List.of(), List.of(),
				List.of(), Instant.parse("2026-11-20T10:04:00Z"));
		RevisionDraft draft = new RevisionDraft(header, List.of(generated.variant()), generated.mapping());
		return SqlMigration.parse("chain.sql", new SqlScriptWriter(this.dialect).text(draft));
	}

}
