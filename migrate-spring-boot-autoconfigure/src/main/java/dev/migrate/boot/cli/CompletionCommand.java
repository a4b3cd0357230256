package dev.migrate.boot.cli;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code db completion}.
 */
@Command(name = "completion", description = "Write the completion of a shell.",
		footer = { "", "It is for a command of one word: ./dbw, or a function around the jar, as in",
				"  db() { java -jar app.jar db \"$@\"; }", "", "Examples:", "  source <(./dbw completion bash)",
				"  source <(db completion zsh --name db)",
				"  ./dbw completion fish > ~/.config/fish/completions/dbw.fish" })
final class CompletionCommand extends DatabaseCommand {

	@Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
	String shell = "";

	@Option(names = "--name", paramLabel = "WORD", description = "What the command is called; dbw by default.")
	String name = "dbw";

	@Spec
	CommandSpec spec;

	@SuppressWarnings("NullAway.Init") // picocli injects the specification
	CompletionCommand(Session session) {
		super(session);
	}

	@Override
	Several several() {
		return Several.NONE;
	}

	@Override
	public Integer call() {
		if (!this.name.matches("[\\w.-]+")) {
			throw new MigrateException(ErrorCode.USAGE, "'" + this.name + "' is not the name of a command.",
					"It is one word: --name db");
		}
		CommandLine root = this.spec.root().commandLine();
		String script = switch (this.shell) {
			case "bash", "zsh" -> AutoComplete.bash(this.name, root);
			case "fish" -> new FishCompletion(this.name, root).text();
			default -> throw new MigrateException(ErrorCode.USAGE, "There is no completion for '" + this.shell + "'.",
					"Choose bash, zsh or fish.");
		};
		result(script.stripTrailing());
		return end(ExitCodes.DONE, Lines.fields("shell", this.shell, "script", script));
	}

}
