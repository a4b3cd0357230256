package dev.migrate.revision;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;

/**
 * Reads the text of a target: {@code [branch@][symbol][+N|-N]}. Knows the grammar only;
 * whether a name means anything is for the graph to say.
 */
public final class TargetParser {

	static final String FORMS = "A target is head, heads, base, an id, four or more characters of an id, a branch label, "
			+ "label@head, label@base, label@<id>, +N, -N, <id>+N, <id>-N, head-N, label@+N or label@-N.";

	private static final Pattern FORM = Pattern.compile("(?:([A-Za-z0-9_.]+)@)?([A-Za-z0-9_.]+)?([+-][0-9]{1,9})?");

	private TargetParser() {
	}

	/**
	 * Read a target that a command moves to. {@code current} is refused: it is where a
	 * movement starts.
	 * @param text what the user typed
	 * @return the target
	 * @throws MigrateException with {@link ErrorCode#USAGE} if the text is no target
	 */
	public static Target parse(String text) {
		Target target = parseOrCurrent(text);
		if (target instanceof Target.Current) {
			throw usage("'" + text.strip() + "' is what the database has already, not a place to go to.");
		}
		return target;
	}

	/**
	 * Read a target where {@code current} makes sense too: in ranges, and for commands
	 * that only look.
	 * @param text what the user typed
	 * @return the target
	 * @throws MigrateException with {@link ErrorCode#USAGE} if the text is no target
	 */
	public static Target parseOrCurrent(String text) {
		String stripped = text.strip();
		if (stripped.isEmpty()) {
			throw usage("The target is empty.");
		}
		if (stripped.indexOf(':') >= 0) {
			throw usage("'" + stripped + "' is a range; a range is taken by history, and with --sql.");
		}
		Matcher matcher = FORM.matcher(stripped);
		if (!matcher.matches() || (matcher.group(2) == null && matcher.group(3) == null)) {
			throw usage("'" + stripped + "' is not a target.");
		}
		String branch = matcher.group(1);
		if (branch != null && RevisionId.isReserved(branch)) {
			throw usage("'" + stripped + "' limits the target to '" + branch + "', which is not a branch.");
		}
		Target from = symbol(branch, matcher.group(2));
		String steps = matcher.group(3);
		if (steps == null) {
			return from;
		}
		int offset = Integer.parseInt(steps);
		if (offset == 0) {
			throw usage("'" + stripped + "' counts no steps; steps are counted from 1.");
		}
		return new Target.Relative(from, offset);
	}

	/**
	 * Put a branch and what stands behind it together again.
	 * @param branch the branch, or null
	 * @param rest what stands behind it
	 * @return the text
	 */
	static String join(@Nullable String branch, String rest) {
		return (branch == null) ? rest : branch + "@" + rest;
	}

	private static Target symbol(@Nullable String branch, @Nullable String symbol) {
		if (symbol == null || symbol.equals("current")) {
			return new Target.Current(branch);
		}
		return switch (symbol) {
			case "head" -> new Target.Head(branch);
			case "heads" -> new Target.Heads(branch);
			case "base" -> new Target.Base(branch);
			default -> new Target.Named(branch, symbol);
		};
	}

	private static MigrateException usage(String sentence) {
		return new MigrateException(ErrorCode.USAGE, sentence, FORMS);
	}

}
