package dev.migrate.boot.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.testkit.TestDatabase;
import dev.migrate.testkit.TestH2;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The commands that need no database: theirs is closed before they run.
 */
class FolderCommandsTests {

	@TempDir
	Path root;

	Path folder;

	CommandDesk desk;

	@BeforeEach
	void writeRevisions() throws IOException {
		this.folder = Files.createDirectory(this.root.resolve("migrations"));
		TestDatabase database = TestH2.database();
		database.close();
		this.desk = new CommandDesk(database, this.folder);
		revision("aaaa11111111", "base", "", "create students");
		revision("bbbb22222222", "aaaa11111111", "-- branch-labels: grades\n", "grade students");
		revision("cccc33333333", "aaaa11111111", "-- branch-labels: contacts\n", "phone numbers");
		revision("dddd44444444", "bbbb22222222, cccc33333333", "", "merge");
		revision("eeee55555555", "dddd44444444", "-- depends-on: aaaa11111111\n", "courses");
	}

	private void revision(String id, String revises, String key, String message) {
		this.desk.write(id + ".sql", "-- %s\n--\n-- revision: %s\n-- revises: %s\n%s\n-- migrate:upgrade\n"
			.formatted(message, id, revises, key));
	}

	@Test
	void listsTheHistoryAsAlembicDoes() {
		assertThat(this.desk.run("history")).isZero();
		assertThat(this.desk.out()).isEqualTo("""
				dddd44444444 (aaaa11111111) -> eeee55555555 (contacts, grades) (head), courses
				bbbb22222222, cccc33333333 -> dddd44444444 (contacts, grades) (mergepoint), merge
				aaaa11111111 -> bbbb22222222 (grades), grade students
				aaaa11111111 -> cccc33333333 (contacts), phone numbers
				<base> -> aaaa11111111 (branchpoint), create students
				""");
	}

	@Test
	void listsOnlyARange() {
		assertThat(this.desk.run("history", "-r", "dddd:")).isZero();
		assertThat(this.desk.out().lines()).hasSize(2);
		assertThat(this.desk.run("history", "-r-1:")).isZero();
		assertThat(this.desk.run("history", "-r", "eeee:aaaa")).isEqualTo(1);
		assertThat(this.desk.run("history", "-r", "eeee")).isEqualTo(2);
	}

	@Test
	void showsHeadsAndBranches() {
		assertThat(this.desk.run("heads")).isZero();
		assertThat(this.desk.out()).isEqualTo("eeee55555555 (contacts, grades) (head)\n");
		assertThat(this.desk.run("branches", "-v")).isZero();
		assertThat(this.desk.out()).isEqualTo("""
				aaaa11111111 (branchpoint)
				             -> bbbb22222222 (grades), grade students
				             -> cccc33333333 (contacts), phone numbers
				""");
	}

	@Test
	void showsARevision() {
		assertThat(this.desk.run("show", "dddd")).isZero();
		assertThat(this.desk.out()).startsWith("""
				Rev: dddd44444444 (mergepoint)
				Merges: bbbb22222222, cccc33333333
				Branch names: contacts, grades
				Path:\s""").contains("\n    merge\n");
		assertThat(this.desk.run("show", "eeee", "-v")).isZero();
		assertThat(this.desk.out()).contains("-- migrate:upgrade").contains("Also depends on: aaaa11111111");
	}

	@Test
	void writesARevisionOnTopOfTheHead() throws IOException {
		assertThat(this.desk.run("revision", "-m", "Add age!", "--rev-id", "ffff66666666")).isZero();
		Path file = this.folder.resolve("ffff66666666_add_age.sql");
		assertThat(this.desk.out()).isEqualTo("Wrote " + file + "\n");
		assertThat(Files.readString(file)).startsWith("""
				-- Add age!
				--
				-- revision: ffff66666666
				-- revises: eeee55555555
				-- created:\s""").endsWith("\n\n-- migrate:upgrade\n\n-- migrate:downgrade\n");
		this.desk.run("heads");
		assertThat(this.desk.out()).startsWith("ffff66666666");
	}

	@Test
	void refusesToBranchOffWithoutSplice() {
		assertThat(this.desk.run("revision", "-m", "x", "--head", "bbbb")).isEqualTo(2);
		assertThat(this.desk.err()).contains("--splice").contains("dddd44444444");
		assertThat(this.desk.run("revision", "-m", "x", "--head", "bbbb", "--splice", "--depends-on", "contacts",
				"--branch-label", "more"))
			.isZero();
		assertThat(this.desk.run("revision", "-m", "y", "--head", "base", "--branch-label", "reports")).isZero();
		this.desk.run("heads");
		assertThat(this.desk.out().lines()).hasSize(3);
	}

	@Test
	void writesNothingThatWouldBreakTheGraph() {
		List<String> before = files();
		assertThat(this.desk.run("revision", "-m", "x", "--rev-id", "aaaa11111111")).isEqualTo(1);
		assertThat(this.desk.run("revision", "-m", "x", "--rev-id", "a b")).isEqualTo(2);
		assertThat(this.desk.run("revision", "-m", "x", "--branch-label", "grades")).isEqualTo(1);
		assertThat(this.desk.run("revision", "-m", "x", "--depends-on", "nosuch")).isEqualTo(1);
		assertThat(this.desk.run("revision", "-m", "revision: x")).isEqualTo(2);
		assertThat(this.desk.run("revision", "-m", " ")).isEqualTo(2);
		assertThat(this.desk.run("revision", "-m", "x", "--version-path", "../elsewhere")).isEqualTo(2);
		assertThat(this.desk.run("merge")).isEqualTo(2);
		assertThat(files()).isEqualTo(before);
	}

	private List<String> files() {
		try (Stream<Path> files = Files.walk(this.root)) {
			return files.map(Path::toString).sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Test
	void knowsItsWords() {
		assertThat(this.desk.run()).isZero();
		assertThat(this.desk.out()).contains("upgrade").contains("downgrade").contains("history");
		assertThat(this.desk.run("upgrade", "--help")).isZero();
		assertThat(this.desk.out()).contains("Examples:");
		assertThat(this.desk.run("frobnicate")).isEqualTo(2);
		assertThat(this.desk.err()).startsWith("Error: There is no command 'frobnicate'.");
		assertThat(this.desk.run("history", "--frobnicate")).isEqualTo(2);
		assertThat(this.desk.err()).startsWith("Error: Unknown option '--frobnicate'.");
		assertThat(this.desk.run("upgrade", "a", "b")).isEqualTo(2);
		assertThat(this.desk.run("heads", "--spring.profiles.active=x")).isZero();
		assertThat(this.desk.run("heads", "--database", "nosuch")).isEqualTo(2);
	}

	@Test
	void everyCommandShowsAnExample() {
		for (String command : List.of("init", "revision", "merge", "upgrade", "downgrade", "current", "status",
				"history", "heads", "branches", "show", "edit", "stamp", "repair", "ensure-version")) {
			assertThat(this.desk.run(command, "--help")).as(command).isZero();
			assertThat(this.desk.out()).as(command).contains("Example").contains("db " + command);
		}
	}

	@Test
	void makesTheFolderAndTheWrapper() throws IOException {
		Files.writeString(this.root.resolve("pom.xml"), "<project/>");
		assertThat(this.desk.run("init")).isZero();
		assertThat(this.folder.resolve("README.md")).content().contains("./dbw upgrade");
		assertThat(this.root.resolve("dbw")).isExecutable()
			.content()
			.contains("com.example.Application db \"$@\"")
			.doesNotContain("@mainClass@", "@root@", "@module@");
		assertThat(this.root.resolve("dbw.cmd")).content().contains("\r\n").doesNotContain("\r\r");
		assertThat(this.desk.run("init")).isZero();
		assertThat(this.desk.out()).isEqualTo("Nothing to do: everything is there.\n");
	}

	@Test
	void masksPasswords() {
		assertThat(FailureText.masked("jdbc:postgresql://ada:secret@host/db?password=geheim&x=1"))
			.isEqualTo("jdbc:postgresql://ada:***@host/db?password=***&x=1");
		assertThat(FailureText.masked("UnknownHostException: ada:secret@host: not found"))
			.isEqualTo("UnknownHostException: ada:***@host: not found");
	}

	@Test
	void leavesInAHintWhatIsToBeTyped() {
		StringWriter told = new StringWriter();
		Terminal terminal = Terminal.unattended(new PrintWriter(new StringWriter()), new PrintWriter(told));
		String hint = "Pass --rename users.pwd=password or --fill users.password='x'.";
		new FailureText(terminal, "").tell(new MigrateException(ErrorCode.ANSWER_NEEDED, "Asked.", hint), false);
		assertThat(told.toString()).contains(hint);
	}

}
