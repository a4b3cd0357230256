package dev.migrate.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrate.revision.RevisionId;
import org.jspecify.annotations.Nullable;

/**
 * What the journal says of a run when it begins, as one line that can be read back.
 *
 * @param from the heads before
 * @param to the heads after
 * @param mode how many revisions share a transaction
 * @param tag what the user calls the run, or null
 */
public record RunSummary(List<RevisionId> from, List<RevisionId> to, TransactionMode mode, @Nullable String tag) {

	private static final String TOGETHER = ", in one transaction";

	private static final Pattern LINE = Pattern
		.compile("from \\[([^]]*)] to \\[([^]]*)](" + TOGETHER + ")?" + "(?:, tag (.*))?", Pattern.DOTALL);

	public RunSummary {
		from = List.copyOf(from);
		to = List.copyOf(to);
	}

	/**
	 * Return the line.
	 * @return for people, too
	 */
	public String line() {
		return "from " + this.from + " to " + this.to + ((this.mode == TransactionMode.ALL) ? TOGETHER : "")
				+ ((this.tag != null) ? ", tag " + this.tag : "");
	}

	/**
	 * Read a line back.
	 * @param line as the journal has it
	 * @return what it says, or empty if it is not of an upgrade or downgrade
	 */
	public static Optional<RunSummary> parse(String line) {
		Matcher matcher = LINE.matcher(line);
		if (!matcher.matches()) {
			return Optional.empty();
		}
		return Optional.of(new RunSummary(ids(matcher.group(1)), ids(matcher.group(2)),
				(matcher.group(3) != null) ? TransactionMode.ALL : TransactionMode.PER_REVISION, matcher.group(4)));
	}

	private static List<RevisionId> ids(String text) {
		List<RevisionId> ids = new ArrayList<>();
		for (String word : text.split(", ", -1)) {
			if (RevisionId.isValid(word)) {
				ids.add(RevisionId.of(word));
			}
		}
		return ids;
	}

}
