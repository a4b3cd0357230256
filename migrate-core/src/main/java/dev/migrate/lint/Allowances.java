package dev.migrate.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.error.SourceLocation;
import dev.migrate.sql.LexicalRules;
import dev.migrate.sql.LineComment;
import dev.migrate.sql.StatementSplitter;

/**
 * Reads the comments {@code -- migrate:allow RULE reason}.
 */
public final class Allowances {

	private static final Pattern COMMENT = Pattern.compile("--\\s*migrate:allow\\b(.*)");

	private static final Pattern WORDS = Pattern.compile("\\s+(\\S+)(?:\\s+(\\S.*))?");

	private final List<Allowance> read = new ArrayList<>();

	private Allowances() {
	}

	/**
	 * Read the comments of a file's head, which are for the whole file, and those of its
	 * upgrade section, which are for the statement that they stand in or above.
	 * @param head the text above the first section line
	 * @param section the text of the section
	 * @param place of the first line of the section
	 * @param rules the rules of the database
	 * @return the comments, in their order
	 * @throws MigrateException with INVALID_SOURCE if a comment names no rule, or gives
	 * no reason
	 */
	public static List<Allowance> read(String head, String section, SourceLocation place, LexicalRules rules) {
		Allowances allowances = new Allowances();
		int line = 0;
		for (String text : head.split("\r\n|\r|\n", -1)) {
			line++;
			allowances.add(text.strip(), SourceLocation.of(place.source(), line), Allowance.Scope.FILE);
		}
		for (LineComment comment : LineComment.of(StatementSplitter.split(section, 0, place, rules, (text) -> false),
				place, rules)) {
			allowances.add(comment.text(), SourceLocation.of(place.source(), comment.location().line()),
					(comment.statement() < 0) ? Allowance.Scope.NOTHING : new Allowance.Scope(comment.statement()));
		}
		return List.copyOf(allowances.read);
	}

	private void add(String comment, SourceLocation place, Allowance.Scope scope) {
		Matcher matcher = COMMENT.matcher(comment.strip());
		if (!matcher.matches()) {
			return;
		}
		Matcher words = WORDS.matcher(matcher.group(1));
		if (!words.matches()) {
			throw invalid(place + " allows nothing: the rule is missing.");
		}
		String id = words.group(1);
		LintRule rule = LintRule.of(id).orElseThrow(() -> invalid(place + " allows '" + id + "', which is no rule."));
		if (words.group(2) == null) {
			throw invalid(place + " allows " + id + " without a reason.");
		}
		this.read.add(new Allowance(rule, words.group(2).strip(), place, scope));
	}

	private static MigrateException invalid(String sentence) {
		return new MigrateException(ErrorCode.INVALID_SOURCE, sentence,
				"Write `-- migrate:allow RULE reason`; `db lint --rules` lists the rules.");
	}

}
