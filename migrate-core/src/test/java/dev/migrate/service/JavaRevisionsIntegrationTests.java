package dev.migrate.service;

import java.util.List;
import java.util.Map;

import dev.migrate.dialect.Dialects;
import dev.migrate.dialect.h2.H2Dialect;
import dev.migrate.dialect.postgresql.PostgresqlDialect;
import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.lint.Severity;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Operations;
import dev.migrate.migration.Revision;
import dev.migrate.plan.MigrationPlan;
import dev.migrate.plan.Policies;
import dev.migrate.revision.TargetParser;
import dev.migrate.run.RunSettings;
import dev.migrate.run.StatementFailedException;
import dev.migrate.run.TableNames;
import dev.migrate.sql.Action;
import dev.migrate.testkit.TestDatabase;
import dev.migrate.testkit.TestH2;
import dev.migrate.testkit.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import static dev.migrate.migration.Definitions.bigint;
import static dev.migrate.migration.Definitions.column;
import static dev.migrate.migration.Definitions.integer;
import static dev.migrate.migration.Definitions.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class JavaRevisionsIntegrationTests {

	@Revision(id = "ca5cd22ac516", revises = "base", message = "create students")
	static class CreateStudents implements Migration {

		@Override
		public void upgrade(Operations op) {
			op.createTable("students", column("id", bigint()).identity().primaryKey(),
					column("first_name", text()).notNull());
			op.execute(
					"INSERT INTO students (first_name) VALUES ('Ada'); INSERT INTO students (first_name) VALUES ('Bo');");
		}

		@Override
		public void downgrade(Operations op) {
			op.dropTable("students");
		}

	}

	@Revision(id = "27c6a30d7c24", revises = "ca5cd22ac516", message = "add age")
	static class AddAge implements Migration {

		@Override
		public void upgrade(Operations op) {
			op.addColumn("students", column("age", integer()).nullable());
			op.execute("UPDATE students SET age = 0");
			op.alterColumn("students", "age").notNull();
		}

		@Override
		public void downgrade(Operations op) {
			op.dropColumn("students", "age");
		}

	}

	@Revision(id = "31f0b6a4c9d2", revises = "27c6a30d7c24", message = "greet everybody")
	static class Greet implements Migration {

		boolean fails;

		@Override
		public void upgrade(Operations op) {
			op.addColumn("students", column("greeting", text()));
			op.run("greet each student", (jdbc) -> {
				List<String> names = jdbc.queryForList("SELECT first_name FROM students ORDER BY id", String.class);
				for (String name : names) {
					jdbc.update("UPDATE students SET greeting = ? WHERE first_name = ?", "Hello " + name, name);
				}
				if (this.fails) {
					throw new IllegalStateException("nobody is called Cy");
				}
			});
		}

		@Override
		public void downgrade(Operations op) {
			op.run("say goodbye", (jdbc) -> jdbc.update("UPDATE students SET greeting = 'Goodbye'"));
			op.dropColumn("students", "greeting");
		}

	}

	@Revision(id = "5d1e0c7f2a3b", revises = "27c6a30d7c24", message = "drop age")
	static class DropAge implements Migration {

		@Override
		public void upgrade(Operations op) {
			op.dropColumn("students", "age");
		}

		@Override
		public void downgrade(Operations op) {
			op.addColumn("students", column("age", integer()).nullable());
		}

	}

	@Revision(id = "5d1e0c7f2a3b", revises = "27c6a30d7c24", message = "drop age", allow = "D02 nobody asks any more")
	static class DropAgeOnPurpose extends DropAge {

	}

	abstract static class OnEveryDatabase {

		TestDatabase database;

		final Greet greet = new Greet();

		abstract TestDatabase open();

		@BeforeEach
		void openDatabase() {
			this.database = open();
		}

		@AfterEach
		void closeDatabase() {
			this.database.close();
		}

		MigrationService service(Migration... migrations) {
			return service(new EngineSettings(TableNames.DEFAULT, RunSettings.DEFAULT, Policies.DEFAULT, "here", "1.0"),
					migrations);
		}

		MigrationService service(EngineSettings settings, Migration... migrations) {
			return new DefaultMigrationService(Connections.of(this.database.dataSource()),
					new Dialects(List.of(new PostgresqlDialect(), new H2Dialect())),
					List.of(new JavaSource(migrations)), settings, List.of());
		}

		MigrationService all() {
			return service(new CreateStudents(), new AddAge(), this.greet);
		}

		@Test
		void losesNothingWhereThatIsForbiddenUnlessItSaysWhy() {
			upgrade(service(new CreateStudents(), new AddAge()), "head");
			EngineSettings strict = EngineSettings.DEFAULT.failingOn(Severity.ERROR);
			MigrationService refusing = service(strict, new CreateStudents(), new AddAge(), new DropAge());
			assertThatExceptionOfType(MigrateException.class).isThrownBy(() -> upgrade(refusing, "head"))
				.satisfies((ex) -> assertThat(ex.code()).isEqualTo(ErrorCode.LINT))
				.withMessageContaining("Rule D02 refuses revision 5d1e0c7f2a3b");
			upgrade(service(strict, new CreateStudents(), new AddAge(), new DropAgeOnPurpose()), "head");
			assertThatExceptionOfType(RuntimeException.class)
				.isThrownBy(() -> this.database.string("SELECT age FROM students"));
		}

		static RunReport upgrade(MigrationService service, String target) {
			return service.run(RunRequest.upgrade(TargetParser.parse(target), "tester"));
		}

		static RunReport downgrade(MigrationService service, String target) {
			return service.run(RunRequest.downgrade(TargetParser.parse(target), "tester"));
		}

		@Test
		void upgradesAndGoesBack() {
			upgrade(all(), "head");
			assertThat(this.database.strings("SELECT greeting FROM students ORDER BY id")).containsExactly("Hello Ada",
					"Hello Bo");
			assertThat(this.database.strings("SELECT age FROM students")).containsExactly("0", "0");
			assertThat(upgrade(all(), "head").steps()).isEmpty();
			downgrade(all(), "base");
			assertThat(this.database.strings("SELECT revision FROM migrate_version")).isEmpty();
			this.database.execute("CREATE TABLE students (id BIGINT)");
		}

		@Test
		void showsInAPlanWhatItWillRun() {
			MigrationPlan plan = all().plan(RunRequest.upgrade(TargetParser.parse("head"), "tester"));
			assertThat(plan.steps().get(1).section().actions()).extracting(Action::text)
				.containsExactly("ALTER TABLE students ADD COLUMN age INTEGER", "UPDATE students SET age = 0",
						"ALTER TABLE students ALTER COLUMN age SET NOT NULL");
			assertThat(plan.steps().get(2).section().actions()).extracting(Action::text)
				.containsExactly(plan.steps().get(2).section().statements().get(0).text(),
						"-- code: greet each student");
		}

		@Test
		void recordsItsDowngradeAsSql() {
			upgrade(all(), "27c6a30d7c24");
			downgrade(service(new CreateStudents()), "-1");
			assertThat(this.database.strings("SELECT revision FROM migrate_version")).containsExactly("ca5cd22ac516");
			this.database.execute("ALTER TABLE students ADD COLUMN age INTEGER");
		}

		@Test
		void refusesACodeDowngradeWithoutItsClass() {
			upgrade(all(), "head");
			MigrationService older = service(new CreateStudents(), new AddAge());
			assertThat(
					this.database.strings("SELECT downgrade_mode FROM migrate_version WHERE revision = '31f0b6a4c9d2'"))
				.containsExactly("code");
			assertThatExceptionOfType(MigrateException.class).isThrownBy(() -> downgrade(older, "base"))
				.withMessageContaining("the application 1.0 that applied it")
				.satisfies((ex) -> assertThat(ex.code()).isEqualTo(ErrorCode.IRREVERSIBLE));
			assertThat(this.database.strings("SELECT greeting FROM students ORDER BY id")).contains("Hello Ada");
		}

		@Test
		void namesRevisionClassAndDescriptionOfCodeThatFails() {
			this.greet.fails = true;
			assertThatExceptionOfType(MigrateException.class).isThrownBy(() -> upgrade(all(), "head"))
				.withMessageContaining("31f0b6a4c9d2 \"greet everybody\"")
				.withMessageContaining("greet each student")
				.withMessageContaining(Greet.class.getName() + ":")
				.withMessageContaining("IllegalStateException: nobody is called Cy")
				.withCauseInstanceOf(IllegalStateException.class);
		}

		@Test
		void givesItsCodeTheArgumentsOfTheCommand() {
			@Revision(id = "aaaa00000002", revises = "base")
			class Seeds implements Migration {

				@Override
				public void upgrade(Operations op) {
					op.createTable("seeds", column("name", text()));
					op.run("plant what was given", (jdbc, arguments) -> jdbc.update("INSERT INTO seeds VALUES (?)",
							arguments.getOrDefault("seed", "nothing")));
				}

			}
			service(new Seeds())
				.run(RunRequest.upgrade(TargetParser.parse("head"), "tester").withArguments(Map.of("seed", "oak")));
			assertThat(this.database.strings("SELECT name FROM seeds")).containsExactly("oak");
		}

		@Test
		void journalsItsCodeAndStatementsAsThoseOfFiles() {
			upgrade(all(), "head");
			downgrade(all(), "27c6a30d7c24");
			assertThat(this.database.strings("SELECT operation || ' ' || event || ' ' || coalesce(statement, 0) || '/'"
					+ " || coalesce(statements, 0) || ' ' || coalesce(detail, '') FROM migrate_journal"
					+ " WHERE revision = '31f0b6a4c9d2' ORDER BY id"))
				.containsExactlyElementsOf(journal());
			assertThat(this.database.strings("SELECT checksum FROM migrate_version WHERE revision = '27c6a30d7c24'"))
				.singleElement()
				.asString()
				.matches("java-1:[0-9a-f]{32}");
		}

		abstract List<String> journal();

		@Test
		void refusesCodeThatEndsTheTransaction() {
			@Revision(id = "aaaa00000001", revises = "base")
			class Commits implements Migration {

				@Override
				public void upgrade(Operations op) {
					op.run("commit", (jdbc) -> jdbc.getDataSource().getConnection().commit());
				}

			}
			assertThatExceptionOfType(StatementFailedException.class)
				.isThrownBy(() -> upgrade(service(new Commits()), "head"));
		}

	}

	@Nested
	class OnPostgresql extends OnEveryDatabase {

		@Override
		TestDatabase open() {
			return TestPostgres.database();
		}

		@Override
		List<String> journal() {
			return List.of("upgrade applied 0/0 ", "downgrade reverted 0/0 ");
		}

		@Test
		void undoesTheRevisionWhoseCodeFails() {
			this.greet.fails = true;
			assertThatExceptionOfType(MigrateException.class).isThrownBy(() -> upgrade(all(), "head"));
			assertThat(this.database.strings("SELECT column_name FROM information_schema.columns"
					+ " WHERE table_name = 'students' ORDER BY column_name"))
				.containsExactly("age", "first_name", "id");
			this.greet.fails = false;
			assertThat(upgrade(all(), "head").steps()).hasSize(1);
		}

	}

	@Nested
	class OnH2 extends OnEveryDatabase {

		@Override
		TestDatabase open() {
			return TestH2.database();
		}

		@Override
		List<String> journal() {
			List<String> lines = this.database.strings("SELECT detail FROM migrate_journal"
					+ " WHERE revision = '31f0b6a4c9d2' AND event = 'statement' AND statement IS NULL ORDER BY id");
			return List.of("upgrade statement 0/2 " + lines.get(0), "upgrade statement 1/2 ", "upgrade done 1/2 ",
					"upgrade statement 2/2 commits with the journal", "upgrade done 2/2 ", "upgrade applied 0/0 ",
					"downgrade statement 0/2 " + lines.get(1), "downgrade statement 1/2 commits with the journal",
					"downgrade done 1/2 ", "downgrade statement 2/2 ", "downgrade done 2/2 ",
					"downgrade reverted 0/0 ");
		}

		@Test
		void goesOnWhereItsCodeFailed() {
			this.greet.fails = true;
			assertThatExceptionOfType(MigrateException.class).isThrownBy(() -> upgrade(all(), "head"));
			assertThat(this.database.strings("SELECT greeting FROM students WHERE greeting IS NOT NULL")).isEmpty();
			this.greet.fails = false;
			all().repair(new RepairRequest(RepairRequest.Action.RESUME, List.of(), "tester"));
			assertThat(this.database.strings("SELECT greeting FROM students ORDER BY id")).containsExactly("Hello Ada",
					"Hello Bo");
		}

	}

}
