package dev.migrate.boot.cli;

import java.io.PrintWriter;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What somebody types at a terminal, which shows it.
 */
final class ScenarioAnswers extends Reader {

	private final Deque<String> answers;

	private final PrintWriter echo;

	ScenarioAnswers(List<String> answers, PrintWriter echo) {
		this.answers = new ArrayDeque<>(answers);
		this.echo = echo;
	}

	@Override
	public int read(char[] buffer, int offset, int length) {
		String answer = this.answers.poll();
		if (answer == null) {
			return -1;
		}
		this.echo.print(answer + "\n");
		String line = answer + "\n";
		line.getChars(0, line.length(), buffer, offset);
		return line.length();
	}

	@Override
	public void close() {
	}

}
