package dev.migrate.boot.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Both outputs of a command as a terminal shows them: line by line, in the order in which
 * they were written.
 */
final class ScenarioOutput {

	private final List<String> lines = new ArrayList<>();

	private final Stream out = new Stream("");

	private final Stream err = new Stream("2> ");

	PrintWriter out() {
		return new PrintWriter(this.out, true);
	}

	PrintWriter err() {
		return new PrintWriter(this.err, true);
	}

	void exit(int exitCode) {
		end();
		if (exitCode != 0) {
			this.lines.add("exit " + exitCode);
		}
	}

	private void end() {
		this.out.end();
		this.err.end();
	}

	/** Return the lines without blanks at their ends, and without empty ones around. */
	String text() {
		end();
		String text = this.lines.stream().map(String::stripTrailing).collect(Collectors.joining("\n"));
		return text.replaceAll("^\n+|\n+$", "");
	}

	private final class Stream extends Writer {

		private final String mark;

		private final StringBuilder line = new StringBuilder();

		Stream(String mark) {
			this.mark = mark;
		}

		@Override
		public void write(char[] buffer, int offset, int length) {
			for (int index = offset; index < offset + length; index++) {
				if (buffer[index] == '\n') {
					ScenarioOutput.this.lines.add(this.mark + this.line);
					this.line.setLength(0);
				}
				else {
					this.line.append(buffer[index]);
				}
			}
		}

		void end() {
			if (!this.line.isEmpty()) {
				write(new char[] { '\n' }, 0, 1);
			}
		}

		@Override
		public void flush() {
		}

		@Override
		public void close() {
		}

	}

}
