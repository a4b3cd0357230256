package dev.migrate.boot.cli;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The commands behind the word {@code db}.
 */
public final class DbCommandLine {

	/** An option of the application: its name has a dot. */
	private static final Pattern APPLICATION_OPTION = Pattern.compile("--[^=.]*\\.[^=]*(=.*)?", Pattern.DOTALL);

	private static final Pattern RELATIVE = Pattern.compile("-[0-9]+(:.*)?");

	private final Terminal terminal;

	private final DatabaseCommand.Session session;

	private @Nullable CommandLine known;

	private List<String> words = List.of();

	/**
	 * Create the command line.
	 * @param workplaces the application
	 * @param terminal where to read and write
	 * @param interruption told to the commands that can be stopped
	 */
	public DbCommandLine(Workplaces workplaces, Terminal terminal, Interruption interruption) {
		this.terminal = terminal;
		this.session = new DatabaseCommand.Session(workplaces, terminal, interruption);
	}

	/**
	 * Tell which of the arguments are meant for the application.
	 * @param argument one argument
	 * @return true for an option with a dot in its name
	 */
	public static boolean isApplicationOption(String argument) {
		return APPLICATION_OPTION.matcher(argument).matches();
	}

	/**
	 * Answer what needs no application: help, and words that make no sense.
	 * @param arguments what follows {@code db}
	 * @return the exit code, or empty if a command is to be run
	 */
	public OptionalInt answer(List<String> arguments) {
		String[] own = own(arguments);
		CommandLine commands = commands(arguments);
		ParseResult parsed;
		try {
			parsed = commands.parseArgs(own);
			refuseUnknownOptions(parsed);
		}
		catch (ParameterException ex) {
			return OptionalInt.of(misused(ex, own));
		}
		Integer helped = CommandLine.executeHelpRequest(parsed);
		if (helped != null) {
			return OptionalInt.of(helped);
		}
		if (!parsed.hasSubcommand()) {
			commands.usage(this.terminal.out());
			return OptionalInt.of(ExitCodes.DONE);
		}
		return (need(parsed) == Need.NOTHING) ? OptionalInt.of(commands.execute(own)) : OptionalInt.empty();
	}

	/**
	 * Tell how much of the application a command needs.
	 * @param arguments what follows {@code db}, and {@link #answer} has no answer to
	 * @return the need
	 */
	public Need need(List<String> arguments) {
		return need(commands(arguments).parseArgs(own(arguments)));
	}

	private static Need need(ParseResult parsed) {
		return (parsed.subcommand().commandSpec().userObject() instanceof DatabaseCommand command) ? command.need()
				: Need.APPLICATION;
	}

	/**
	 * Run a command.
	 * @param arguments what follows {@code db}
	 * @return the exit code
	 */
	public int run(List<String> arguments) {
		OptionalInt answered = answer(arguments);
		return answered.isPresent() ? answered.getAsInt() : commands(arguments).execute(own(arguments));
	}

	private static int execute(ParseResult parsed) {
		ParseResult last = parsed;
		while (last.hasSubcommand()) {
			last = last.subcommand();
		}
		CommandLine commandLine = last.commandSpec().commandLine();
		DatabaseCommand command = commandLine.getCommand();
		try {
			return EachDatabase.run(command);
		}
		catch (Exception ex) {
			throw new CommandLine.ExecutionException(commandLine, "The command failed", ex);
		}
	}

	/**
	 * Tell a failure that came before the command.
	 * @param failure what was thrown
	 * @param arguments what follows {@code db}
	 * @return the exit code
	 */
	public int failed(Throwable failure, List<String> arguments) {
		ParseResult parsed = commands(arguments).parseArgs(own(arguments));
		while (parsed.hasSubcommand()) {
			parsed = parsed.subcommand();
		}
		return failed(failure, parsed.commandSpec().commandLine());
	}

	private static String[] own(List<String> arguments) {
		return arguments.stream().filter((argument) -> !isApplicationOption(argument)).toArray(String[]::new);
	}

	private CommandLine commands(List<String> arguments) {
		CommandLine commands = this.known;
		if (commands == null || !arguments.equals(this.words)) {
			commands = Commands.root(List.of(own(arguments)), this.session)
				.setOut(this.terminal.out())
				.setErr(this.terminal.err())
				.setColorScheme(CommandLine.Help.defaultColorScheme(this.terminal.colour() ? Ansi.ON : Ansi.OFF))
				.setUsageHelpAutoWidth(this.terminal.interactive())
				.setUnmatchedOptionsArePositionalParams(true)
				.setExpandAtFiles(false)
				.setExecutionStrategy(DbCommandLine::execute)
				.setParameterExceptionHandler(this::misused)
				.setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, command));
			this.words = List.copyOf(arguments);
			this.known = commands;
		}
		return commands;
	}

	private static void refuseUnknownOptions(ParseResult parsed) {
		ParseResult last = parsed;
		while (last.hasSubcommand()) {
			last = last.subcommand();
		}
		for (CommandLine.Model.ArgSpec positional : last.matchedPositionals()) {
			for (String value : positional.originalStringValues()) {
				if (value.startsWith("-") && !RELATIVE.matcher(value).matches()) {
					throw new UnmatchedArgumentException(last.commandSpec().commandLine(), List.of(value));
				}
			}
		}
	}

	private int misused(ParameterException failure, String[] arguments) {
		String name = failure.getCommandLine().getCommandSpec().qualifiedName();
		this.terminal.remark("Error: " + FailureText.masked(sentence(failure)));
		suggest(failure);
		this.terminal.remark("`" + name + " --help` lists what it takes.");
		return ExitCodes.USAGE;
	}

	private void suggest(ParameterException failure) {
		if (failure instanceof UnmatchedArgumentException unmatched && unmatched.getUnmatched().contains("--debug")) {
			this.terminal.remark("-v tells more, and prints the stack trace of an error.");
			return;
		}
		if (!isUnknownCommand(failure)) {
			UnmatchedArgumentException.printSuggestions(failure, this.terminal.err());
			return;
		}
		List<String> near = NearCommands.to(((UnmatchedArgumentException) failure).getUnmatched().get(0),
				failure.getCommandLine());
		if (!near.isEmpty()) {
			this.terminal.remark("Did you mean: db " + String.join(" or db ", near) + "?");
		}
	}

	private static boolean isUnknownCommand(ParameterException failure) {
		return failure instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()
				&& !unmatched.getUnmatched().get(0).startsWith("-") && failure.getCommandLine().getParent() == null;
	}

	private static String sentence(ParameterException failure) {
		if (failure instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
			String first = unmatched.getUnmatched().get(0);
			return isUnknownCommand(failure) ? "There is no command '" + first + "'."
					: "Unknown " + (first.startsWith("-") ? "option" : "argument") + " '" + first + "'.";
		}
		return String.valueOf(failure.getMessage()).replaceFirst("^Error: ", "");
	}

	private int failed(Throwable failure, CommandLine commandLine) {
		if (!(commandLine.getCommand() instanceof DatabaseCommand command)) {
			return new FailureText(this.terminal, "").tell(failure, false);
		}
		int exitCode = new FailureText(this.terminal, "").tell(failure, command.common.verbose);
		return command.end(exitCode, FailureText.fields(failure));
	}

}
