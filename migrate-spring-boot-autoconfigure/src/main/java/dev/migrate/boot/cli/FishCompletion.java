package dev.migrate.boot.cli;

import java.util.Arrays;

import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The completion of fish, which picocli does not write.
 */
final class FishCompletion {

	private final String name;

	private final CommandLine root;

	FishCompletion(String name, CommandLine root) {
		this.name = name;
		this.root = root;
	}

	String text() {
		StringBuilder text = new StringBuilder("complete -c ").append(this.name).append(" -f\n");
		this.root.getSubcommands().forEach((word, command) -> {
			if (command.getCommandName().equals(word)) {
				text.append("complete -c ")
					.append(this.name)
					.append(" -n __fish_use_subcommand -a ")
					.append(word)
					.append(" -d ")
					.append(quoted(first(command.getCommandSpec().usageMessage().description())))
					.append('\n');
			}
		});
		this.root.getSubcommands().forEach((word, command) -> {
			if (command.getCommandName().equals(word)) {
				command.getCommandSpec().options().forEach((option) -> append(text, word, option));
			}
		});
		return text.toString();
	}

	private void append(StringBuilder text, String word, OptionSpec option) {
		text.append("complete -c ")
			.append(this.name)
			.append(" -n '__fish_seen_subcommand_from ")
			.append(word)
			.append('\'');
		for (String each : option.names()) {
			text.append(each.startsWith("--") ? " -l " : " -s ").append(each.replaceFirst("^-+", ""));
		}
		boolean value = option.arity().max() > 0;
		boolean file = "PATH".equals(option.paramLabel());
		text.append(value ? (file ? " -rF" : " -r") : "").append(" -d ").append(quoted(first(option.description())));
		text.append('\n');
	}

	private static String first(String[] lines) {
		return Arrays.stream(lines).findFirst().orElse("");
	}

	private static String quoted(String text) {
		return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
	}

}
