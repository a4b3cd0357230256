package dev.migrate.boot.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import dev.migrate.testkit.TestH2;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class CompletionTests {

	@TempDir
	Path folder;

	@Test
	void completesCommandsAndOptionsInBash() throws Exception {
		Path bash = Path.of("/bin/bash");
		assumeTrue(Files.isExecutable(bash));
		Path script = Files.writeString(this.folder.resolve("db.bash"), completion("bash") + """
				COMP_WORDS=(db upgr); COMP_CWORD=1; _complete_db; echo "${COMPREPLY[@]}"
				COMP_WORDS=(db stamp --pur); COMP_CWORD=2; _complete_db; echo "${COMPREPLY[@]}"
				""");
		Process process = new ProcessBuilder(bash.toString(), "--norc", script.toString()).start();
		process.getOutputStream().close();
		String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
		assertThat(answer).isEqualTo("upgrade\n--purge\n");
	}

	@Test
	void namesCommandsAndOptionsForFish() throws IOException {
		assertThat(completion("fish"))
			.contains("complete -c db -n __fish_use_subcommand -a upgrade -d 'Run pending revisions.'\n",
					"complete -c db -n '__fish_seen_subcommand_from stamp' -l purge -d ",
					"complete -c db -n '__fish_seen_subcommand_from migrate' -s m -l message -r -d ")
			.doesNotContain("list_templates");
	}

	private String completion(String shell) throws IOException {
		StringWriter out = new StringWriter();
		try (var database = TestH2.database()) {
			new CommandDesk(database, Files.createDirectories(this.folder.resolve("migrations"))).run(
					Terminal.unattended(new PrintWriter(out), new PrintWriter(new StringWriter())), "completion", shell,
					"--name", "db");
		}
		return out.toString();
	}

}
