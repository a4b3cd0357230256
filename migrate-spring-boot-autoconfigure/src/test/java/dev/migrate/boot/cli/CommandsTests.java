package dev.migrate.boot.cli;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which options are read for which words.
 */
class CommandsTests {

	private static final DatabaseCommand.Session SESSION = CommandDocumentTests.session();

	@Test
	void everyCommandIsCalledAsItIsListed() {
		assertThat(Commands.NAMES).allSatisfy(
				(name) -> assertThat(new CommandLine(Commands.named(name, SESSION)).getCommandName()).isEqualTo(name))
			.doesNotHaveDuplicates();
	}

	@Test
	void onlyTheCommandThatComesFirstIsReadThere() {
		assertThat(Commands.root(List.of("current", "upgrade"), SESSION).getSubcommands()).containsOnlyKeys("current");
	}

	@ParameterizedTest
	@ValueSource(strings = { "--help", "--json", "nosuch", "completion" })
	void allAreKnownWhereNoneComesFirst(String word) {
		assertThat(Commands.root(List.of(word), SESSION).getSubcommands().keySet()).containsAll(Commands.NAMES)
			.contains("ensure_version");
		assertThat(Commands.root(List.of(word, "current"), SESSION)
			.getSubcommands()
			.get("current")
			.getCommandSpec()
			.findOption("--check-heads")).isNotNull();
	}

	@Test
	void aSecondNameIsAsGoodAsTheFirst() {
		assertThat(Commands.root(List.of("list_templates"), SESSION)
			.getSubcommands()
			.get("list_templates")
			.getCommandSpec()
			.findOption("--directory")).isNotNull();
	}

	@Test
	void theListIsTheSameAsWithAllOptions() {
		CommandLine listed = Commands.root(List.of(), SESSION);
		assertThat(listed.getUsageMessage())
			.isEqualTo(Commands.root(List.of("completion", "bash"), SESSION).getUsageMessage());
	}

}
