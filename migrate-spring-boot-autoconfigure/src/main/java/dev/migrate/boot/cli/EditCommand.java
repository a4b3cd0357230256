package dev.migrate.boot.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.revision.RevisionId;
import dev.migrate.revision.TargetParser;
import dev.migrate.script.MigrationFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code db edit}.
 */
@Command(name = "edit", description = "Open a revision in $VISUAL or $EDITOR.",
		footer = { "", "Examples:", "  db edit", "  db edit current" })
final class EditCommand extends DatabaseCommand {

	@Parameters(paramLabel = "REV", arity = "0..1", defaultValue = "head",
			description = "Which: head (default), current, an id.")
	String target = "head";

	EditCommand(Session session) {
		super(session);
	}

	@Override
	Several several() {
		return Several.ONE;
	}

	@Override
	public Integer call() throws IOException, InterruptedException {
		MigrationFolder folder = service().folder();
		SortedSet<RevisionId> found = folder.graph()
			.resolve(TargetParser.parseOrCurrent(this.target), appliedFor(this.target));
		if (found.size() != 1) {
			throw new MigrateException(ErrorCode.USAGE, "'" + this.target + "' is not one revision.",
					"Name one; `db history` lists them.");
		}
		String location = folder.get(found.first()).location();
		Path file = Path.of(location);
		if (!Files.isRegularFile(file)) {
			throw new MigrateException(ErrorCode.USAGE,
					"Revision " + found.first() + " is " + location + " inside a jar, where it can't be edited.",
					"Run the command from the class folders (`./dbw`).");
		}
		int ended = new ProcessBuilder(command(file)).inheritIO().start().waitFor();
		if (ended != 0) {
			throw new CommandFailedException("The editor ended with exit code " + ended + ".",
					"$VISUAL or $EDITOR names it.", null);
		}
		return end(ExitCodes.DONE, Map.of("location", location));
	}

	private static List<String> command(Path file) {
		String visual = System.getenv("VISUAL");
		String editor = (visual != null) ? visual : System.getenv("EDITOR");
		boolean windows = System.getProperty("os.name", "").startsWith("Windows");
		if (windows) {
			return List.of((editor != null) ? editor : "notepad", file.toString());
		}
		// $EDITOR may carry options, as in "code --wait".
		return List.of("sh", "-c", ((editor != null) ? editor : "vi") + " \"$1\"", "db-edit", file.toString());
	}

}
