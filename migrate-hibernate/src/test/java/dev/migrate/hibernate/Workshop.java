package dev.migrate.hibernate;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.ServerVersion;
import dev.migrate.dialect.h2.H2Dialect;
import dev.migrate.dialect.postgresql.PostgresqlDialect;
import dev.migrate.diff.Answers;
import dev.migrate.diff.Comparison;
import dev.migrate.diff.ComparisonRules;
import dev.migrate.diff.SchemaComparator;
import dev.migrate.generate.EntityModel;
import dev.migrate.generate.GenerateRequest;
import dev.migrate.generate.Generated;
import dev.migrate.generate.Generator;
import dev.migrate.revision.RevisionId;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaScope;
import dev.migrate.scratch.H2Scratch;
import dev.migrate.scratch.PostgresqlScratch;
import dev.migrate.scratch.Scratch;
import dev.migrate.script.Header;
import dev.migrate.script.MigrationScript;
import dev.migrate.script.RevisionDraft;
import dev.migrate.script.Section;
import dev.migrate.script.SqlMigration;
import dev.migrate.script.SqlScriptWriter;
import dev.migrate.sql.SqlStatement;
import dev.migrate.testkit.TestDatabase;
import dev.migrate.testkit.TestH2;
import dev.migrate.testkit.TestPostgres;

/**
 * All that writes revisions for entities, on a server of its kind.
 */
final class Workshop implements AutoCloseable {

	private final Dialect dialect;

	private final Supplier<TestDatabase> databases;

	private final String currentSchema;

	private final TestDatabase target;

	private final Scratch scratch;

	private final Generator generator;

	private Workshop(Dialect dialect, Supplier<TestDatabase> databases, String currentSchema) {
		this.dialect = dialect;
		this.databases = databases;
		this.currentSchema = currentSchema;
		this.target = databases.get();
		AtomicInteger counter = new AtomicInteger();
		this.scratch = dialect.name().equals("h2")
				? new H2Scratch((name) -> java.sql.DriverManager.getConnection("jdbc:h2:mem:" + name, "sa", ""),
						() -> "w" + System.identityHashCode(counter) + "x" + counter.incrementAndGet())
				: new PostgresqlScratch(this::connect, () -> "w" + counter.incrementAndGet(), List.of());
		try (Connection connection = this.target.connect()) {
			this.generator = new Generator(dialect, ServerVersion.of(connection), currentSchema, this.scratch);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static Workshop postgresql() {
		return new Workshop(new PostgresqlDialect(), TestPostgres::database, "public");
	}

	static Workshop h2() {
		return new Workshop(new H2Dialect(), TestH2::database, "PUBLIC");
	}

	private Connection connect(String database) throws SQLException {
		String url = (database == null) ? this.target.url()
				: this.target.url().replace("/" + this.target.name(), "/" + database);
		return java.sql.DriverManager.getConnection(url, this.target.user(), this.target.password());
	}

	Dialect dialect() {
		return this.dialect;
	}

	Generator generator() {
		return this.generator;
	}

	/**
	 * Return an empty database: on PostgreSQL the same one again, for making one takes
	 * seconds on a busy disk.
	 */
	private TestDatabase database() {
		if (this.dialect.name().equals("h2")) {
			return this.databases.get();
		}
		for (String schema : this.target.strings("SELECT quote_ident(nspname) FROM pg_namespace"
				+ " WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' ORDER BY 1")) {
			this.target.execute("DROP SCHEMA " + schema + " CASCADE");
		}
		this.target.execute("CREATE SCHEMA public");
		return this.target;
	}

	private void close(TestDatabase database) {
		if (database != this.target) {
			database.close();
		}
	}

	/**
	 * Work on an empty database.
	 */
	void onEmptyDatabase(Consumer<TestDatabase> work) {
		TestDatabase database = database();
		try {
			work.accept(database);
		}
		finally {
			close(database);
		}
	}

	static EntityModel model(TestUnit unit) {
		return (server) -> HibernateEntities.of(List.of(unit.read(HibernateEntities.product(server))));
	}

	Generated generate(List<MigrationScript> base, TestUnit unit, Answers answers) {
		return this.generator.generate(model(unit), new GenerateRequest(base, answers, false, "the new revision"));
	}

	/**
	 * Write what was generated, and read it back.
	 */
	MigrationScript write(Generated generated, List<MigrationScript> base) {
		return SqlMigration.parse("r" + (base.size() + 1) + ".sql", text(generated, base));
	}

	String text(Generated generated, List<MigrationScript> base) {
		List<RevisionId> parents = base.isEmpty() ? List.of() : List.of(base.get(base.size() - 1).revision().id());
		Header header = new Header("revision " + (base.size() + 1), new RevisionId("aaaaaaaaaa0" + (base.size() + 1)),
				parents, List.of(), List.of(), List.of(), Instant.parse("2026-11-20T10:04:00Z"));
		return new SqlScriptWriter(this.dialect)
			.text(new RevisionDraft(header, List.of(generated.variant()), generated.mapping()));
	}

	/**
	 * Run a section as production does.
	 */
	void run(TestDatabase database, Section section) {
		try (Connection connection = database.connect()) {
			connection.setAutoCommit(!section.transactional());
			for (SqlStatement statement : section.statements()) {
				run(connection, statement.text());
			}
			if (section.transactional()) {
				connection.commit();
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void run(Connection connection, String sql) {
		try (java.sql.Statement jdbc = connection.createStatement()) {
			jdbc.setEscapeProcessing(false);
			jdbc.execute(sql);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex.getMessage() + " in: " + sql, ex);
		}
	}

	Schema read(TestDatabase database) {
		try (Connection connection = database.connect()) {
			return this.dialect.catalog().read(connection, SchemaScope.everything());
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Return what two schemas differ in.
	 */
	List<String> differences(Schema actual, Schema desired) {
		Comparison comparison = new SchemaComparator().compare(actual, desired,
				ComparisonRules.exact(this.dialect.serverNames(), this.currentSchema));
		return comparison.changes().stream().map((change) -> change.operation().summary()).toList();
	}

	static List<MigrationScript> and(List<MigrationScript> base, MigrationScript script) {
		List<MigrationScript> all = new ArrayList<>(base);
		all.add(script);
		return all;
	}

	@Override
	public void close() {
		this.scratch.close();
		this.target.close();
	}

}
