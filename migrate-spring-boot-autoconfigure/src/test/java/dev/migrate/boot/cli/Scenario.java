package dev.migrate.boot.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text file that reads as a session at a shell: prose, files, commands, and what they
 * answered. It is played block by block, and written anew with the answers of today.
 *
 * <pre>
 * # prose, up to the next block
 * $ cat &gt; migrations/a.sql &lt;&lt;END     a file
 * $ cat | ls | rm | mv …                what a shell does with files
 * sql&gt; SELECT 1                         a statement of somebody at the database
 * $ db upgrade                          a command; the lines below are its answer
 * &lt; y                                   typed at its questions: only then is there a terminal
 * 2&gt; Error: …                           what it wrote to the error output
 * exit 1                                how it ended, if not with 0
 * </pre>
 *
 * @param blocks in order
 */
record Scenario(List<Block> blocks) {

	private static final Pattern FILE = Pattern.compile("\\$ cat > (\\S+) <<(\\S+)");

	static Scenario parse(String text) {
		List<String> lines = text.lines().toList();
		List<Block> blocks = new ArrayList<>();
		int at = 0;
		while (at < lines.size()) {
			int end = end(lines, at);
			String first = lines.get(at);
			List<String> rest = lines.subList(at + 1, end);
			Matcher file = FILE.matcher(first);
			if (file.matches()) {
				blocks.add(new NewFile(file.group(1), file.group(2), List.copyOf(rest.subList(0, rest.size() - 1))));
			}
			else if (starts(first)) {
				blocks.add(new Command(first,
						rest.stream().takeWhile((line) -> line.startsWith("< ")).map(Scenario::typed).toList()));
			}
			else {
				blocks.add(new Prose(String.join("\n", lines.subList(at, end)).strip()));
			}
			at = end;
		}
		blocks.removeIf((block) -> block instanceof Prose prose && prose.text().isEmpty());
		return new Scenario(List.copyOf(blocks));
	}

	private static int end(List<String> lines, int start) {
		Matcher file = FILE.matcher(lines.get(start));
		int end = start + 1;
		if (file.matches()) {
			while (!lines.get(end).equals(file.group(2))) {
				end++;
			}
			return end + 1;
		}
		boolean prose = lines.get(start).startsWith("#");
		while (end < lines.size() && !starts(lines.get(end)) && (prose || !lines.get(end).startsWith("#"))) {
			end++;
		}
		return end;
	}

	/** Tell whether a line begins a block that does something. */
	static boolean starts(String line) {
		return line.startsWith("$ ") || line.startsWith("sql> ");
	}

	private static String typed(String line) {
		return line.substring(1).strip();
	}

	/** One thing that is said or done. */
	sealed interface Block {

	}

	/** For the reader. */
	record Prose(String text) implements Block {
	}

	/** A file that is there from now on. */
	record NewFile(String name, String end, List<String> lines) implements Block {

		String text() {
			return String.join("\n", lines()) + (lines().isEmpty() ? "" : "\n");
		}

	}

	/** A line of the shell or of the database, and the answers to its questions. */
	record Command(String line, List<String> answers) implements Block {
	}

}
