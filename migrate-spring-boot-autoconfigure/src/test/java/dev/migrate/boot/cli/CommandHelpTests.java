package dev.migrate.boot.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every command explains itself, without an application and without a database.
 */
class CommandHelpTests {

	static Stream<CommandLine> commands() {
		return CommandDocumentTests.commands();
	}

	@ParameterizedTest
	@MethodSource("commands")
	void showsAnExampleOfEachCommand(CommandLine command) {
		String name = command.getCommandName();
		StringWriter help = new StringWriter();
		command.usage(new PrintWriter(help));
		assertThat(help.toString()).contains("Usage: " + name).containsPattern("(?s)Examples?:.*" + name);
	}

	@ParameterizedTest
	@MethodSource("commands")
	void describesEachOption(CommandLine command) {
		assertThat(command.getCommandSpec().options())
			.allSatisfy((option) -> assertThat(List.of(option.description())).isNotEmpty());
	}

}
