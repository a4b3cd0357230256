package dev.migrate.boot.cli;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many columns the terminal of this process has. Java can't tell; {@code stty} can.
 */
final class TerminalWidth implements IntSupplier {

	private static final Pattern ROWS_AND_COLUMNS = Pattern.compile("\\d+ (\\d+)\\s*");

	private int columns = -1;

	/** Return the columns, or 0 if nobody knows. */
	@Override
	public synchronized int getAsInt() {
		if (this.columns < 0) {
			this.columns = ask();
		}
		return this.columns;
	}

	private static int ask() {
		try {
			Process process = new ProcessBuilder("stty", "size").redirectInput(new File("/dev/tty"))
				.redirectError(Redirect.DISCARD)
				.start();
			String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			boolean ended = process.waitFor(1, TimeUnit.SECONDS);
			Matcher matcher = ROWS_AND_COLUMNS.matcher(answer);
			return (ended && matcher.matches()) ? Integer.parseInt(matcher.group(1)) : 0;
		}
		catch (IOException ex) {
			return 0;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return 0;
		}
	}

}
