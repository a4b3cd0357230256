package dev.migrate.boot.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.IntSupplier;

import dev.migrate.error.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * Where a command reads and writes: results, remarks, answers. Lines end with {@code \n}
 * on every system.
 */
public final class Terminal {

	private final PrintWriter out;

	private final PrintWriter err;

	private final BufferedReader in;

	private final boolean interactive;

	private final boolean colour;

	private final IntSupplier columns;

	private Terminal(PrintWriter out, PrintWriter err, BufferedReader in, boolean interactive, boolean colour,
			IntSupplier columns) {
		this.out = out;
		this.err = err;
		this.in = in;
		this.columns = columns;
		this.interactive = interactive;
		this.colour = colour;
	}

	/**
	 * Create a terminal at which nobody sits.
	 * @param out results
	 * @param err remarks and failures
	 * @return a terminal without questions, colours and progress
	 */
	public static Terminal unattended(PrintWriter out, PrintWriter err) {
		return new Terminal(out, err, new BufferedReader(Reader.nullReader()), false, false, () -> 0);
	}

	/**
	 * Create a terminal at which somebody sits.
	 * @param out results
	 * @param err remarks and failures
	 * @param in the answers
	 * @return a terminal without colours
	 */
	public static Terminal attended(PrintWriter out, PrintWriter err, Reader in) {
		return new Terminal(out, err, new BufferedReader(in), true, false, () -> 0);
	}

	/**
	 * Create the terminal of this process.
	 * @param out where results go
	 * @param err where everything else goes
	 * @return a terminal that asks only if a person can answer
	 */
	public static Terminal ofProcess(PrintStream out, PrintStream err) {
		boolean person = isPerson(System.console());
		Charset charset = person ? consoleCharset() : StandardCharsets.UTF_8;
		boolean dumb = "dumb".equals(System.getenv("TERM"));
		boolean colour = person && !dumb && System.getenv("NO_COLOR") == null;
		return new Terminal(new PrintWriter(out, true, charset), new PrintWriter(err, true, charset),
				new BufferedReader(new InputStreamReader(System.in, charset)), person, colour,
				person ? new TerminalWidth() : () -> 0);
	}

	// From Java 22 on there is a console even where nobody sits; it says so itself.
	private static boolean isPerson(@Nullable Console console) {
		if (console == null) {
			return false;
		}
		try {
			Method isTerminal = Console.class.getMethod("isTerminal");
			return Boolean.TRUE.equals(isTerminal.invoke(console));
		}
		catch (ReflectiveOperationException ex) {
			return true;
		}
	}

	private static Charset consoleCharset() {
		String name = System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding"));
		return (name != null && Charset.isSupported(name)) ? Charset.forName(name) : Charset.defaultCharset();
	}

	boolean interactive() {
		return this.interactive;
	}

	boolean colour() {
		return this.colour;
	}

	PrintWriter out() {
		return this.out;
	}

	PrintWriter err() {
		return this.err;
	}

	/** Write a line of the result. */
	void result(String line) {
		this.out.print(VisibleText.of(line) + "\n");
		this.out.flush();
	}

	/**
	 * Write a remark beside the result.
	 * @param line without its end
	 */
	public void remark(String line) {
		this.err.print(VisibleText.of(line) + "\n");
		this.err.flush();
	}

	/** Write what went wrong. */
	void failure(String sentence) {
		String word = this.colour ? "\u001b[31;1mError:\u001b[0m" : "Error:";
		this.err.print(word + " " + VisibleText.of(sentence) + "\n");
		this.err.flush();
	}

	/** Return the same terminal as if it had so many columns. */
	Terminal withColumns(int count) {
		return new Terminal(this.out, this.err, this.in, this.interactive, this.colour, () -> count);
	}

	/** Write over the current line of remarks; an empty text clears it. */
	void progress(String text) {
		String line = VisibleText.of(text);
		int width = this.columns.getAsInt();
		// What wraps can't be written over.
		this.err.print("\r\u001b[K" + ((width > 0 && line.length() >= width) ? line.substring(0, width - 1) : line));
		this.err.flush();
	}

	/** Ask for a text; an empty one takes what is proposed. */
	String asks(String question) {
		this.err.print(VisibleText.of(question));
		this.err.flush();
		try {
			String answer = this.in.readLine();
			return (answer != null) ? answer.strip() : "";
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Ask a question that is answered with yes or no; anything unclear is no. */
	boolean confirms(String question) {
		this.err.print(VisibleText.of(question) + " [y/N] ");
		this.err.flush();
		try {
			String answer = this.in.readLine();
			String word = (answer != null) ? answer.strip().toLowerCase(Locale.ROOT) : "";
			return word.equals("y") || word.equals("yes");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
