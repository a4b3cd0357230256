package dev.migrate.boot.cli;

import java.io.IOException;
import java.nio.file.Path;

import dev.migrate.testkit.TestDatabase;
import dev.migrate.testkit.TestH2;

/**
 * The command line on the terminal of this process, for {@link PseudoTerminalTests}.
 */
final class CommandAtTerminal {

	private CommandAtTerminal() {
	}

	/**
	 * Run commands on one database in memory; the last one's exit code is that of the
	 * process.
	 */
	public static void main(String[] arguments) throws IOException {
		Terminal terminal = Terminal.ofProcess(System.out, System.err);
		int exitCode = 0;
		try (TestDatabase database = TestH2.database()) {
			CommandDesk desk = new CommandDesk(database, Path.of(arguments[0]));
			for (int index = 1; index < arguments.length; index++) {
				exitCode = desk.run(terminal, arguments[index].split(" "));
				System.out.println("[exit " + exitCode + "]");
			}
		}
		System.exit(exitCode);
	}

}
