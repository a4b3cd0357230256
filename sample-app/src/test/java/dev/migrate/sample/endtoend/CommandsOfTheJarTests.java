package dev.migrate.sample.endtoend;

import java.nio.file.Path;

import dev.migrate.sample.endtoend.SampleJar.Result;
import dev.migrate.testkit.OwnDatabase;
import dev.migrate.testkit.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an operator types.
 */
class CommandsOfTheJarTests {

	private static final String RELATIONS = "SELECT relname FROM pg_class WHERE relkind IN ('r', 'S', 'v')"
			+ " AND relnamespace = 'public'::regnamespace AND relname NOT LIKE 'migrate\\_%' ORDER BY relname";

	@TempDir
	Path directory;

	@OwnDatabase
	TestDatabase database;

	private SampleJar jar;

	@BeforeEach
	void open() {
		this.jar = new SampleJar(this.directory, this.database);
	}

	@Test
	void theDatabaseGoesUpAndDownAndNothingOfTheSampleIsLeft() throws Exception {
		Result upgrade = this.jar.db("upgrade");
		assertThat(upgrade.exitCode()).isZero();
		assertThat(upgrade.err()).isEmpty();
		assertThat(upgrade.out().lines()).hasSize(10)
			.allMatch((line) -> line.startsWith("Running upgrade ") || line.startsWith("Upgraded from base to f46a"));
		assertThat(this.jar.db("current")).isEqualTo(new Result(0, "f46a0c9e7b12 (head)\n", ""));
		Result again = this.jar.db("upgrade", "--json");
		assertThat(again.out()).contains("\"schemaVersion\": 1,", "\"exitCode\": 0,", "\"from\": [\"f46a0c9e7b12\"],",
				"\"steps\": []");
		Result back = this.jar.db("downgrade", "-1");
		assertThat(back.exitCode()).isZero();
		assertThat(back.out()).contains("Downgraded from f46a0c9e7b12 to 28d9b0f56ec3: 1 revision in ");
		Result status = this.jar.db("status");
		assertThat(status.out()).contains("Current    28d9b0f56ec3", "behind by 1 revision: run `db upgrade`");
		assertThat(status.err()).isEmpty();
		Result refused = this.jar.db("downgrade", "base");
		assertThat(refused.exitCode()).isEqualTo(7);
		assertThat(refused.out()).isEmpty();
		assertThat(refused.err()).contains("takes back 8 revisions, and rows of courses, enrollments, students.",
				"--yes");
		Result base = this.jar.db("downgrade", "base", "--yes");
		assertThat(base.exitCode()).isZero();
		assertThat(base.err()).isEmpty();
		assertThat(this.database.strings(RELATIONS)).isEmpty();
		assertThat(this.database.strings("SELECT revision FROM migrate_version")).isEmpty();
	}

	@Test
	void aNameThatIsNoRevisionIsAnsweredWithCandidates() throws Exception {
		Result nosuch = this.jar.db("upgrade", "nosuch");
		assertThat(nosuch.exitCode()).isEqualTo(1);
		assertThat(nosuch.out()).isEmpty();
		assertThat(nosuch.err()).startsWith("Error: The folder has no revision 'nosuch'.\n")
			.contains("f46a0c9e7b12 \"courses of the winter term\"", "contacts, grades")
			.doesNotContain("\tat ");
		Result typo = this.jar.db("upgrade", "e50b93c7d8a2");
		assertThat(typo.exitCode()).isEqualTo(1);
		assertThat(typo.err()).contains("Did you mean:\n  e50b93c7d8a1 \"rename surname to last_name\"");
		assertThat(this.database.strings(RELATIONS)).isEmpty();
		assertThat(this.database.strings("SELECT to_regclass('migrate_version')")).containsExactly("null");
	}

	@Test
	void anEmptyFolderIsNotTakenForAnUpToDateDatabaseInSilence() throws Exception {
		Result upgrade = this.jar.db("upgrade", "--spring.migrate.locations=" + this.directory.toUri());
		assertThat(upgrade.exitCode()).isZero();
		assertThat(upgrade.err()).contains("There are no revisions in the folder");
	}

	@Test
	void whoMayNotEnterIsToldSoWithoutThePassword() throws Exception {
		Result unreachable = this.jar.db("upgrade", "--spring.datasource.url=jdbc:postgresql://localhost:1/school",
				"--spring.datasource.password=geheimnis");
		assertThat(unreachable.exitCode()).isEqualTo(1);
		assertThat(unreachable.err()).startsWith("Error: No connection to the database")
			.doesNotContain("geheimnis", "\tat ");
		assertThat(unreachable.out()).isEmpty();
	}

}
