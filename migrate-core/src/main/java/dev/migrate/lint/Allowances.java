package dev.migrate.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrate.error.SourceLocation;
import dev.migrate.sql.LexicalRules;
import dev.migrate.sql.LineComment;
import dev.migrate.sql.StatementSplitter;

/**
 * What a revision says in comments {@code -- migrate:allow RULE reason}.
 *
 * @param valid what is allowed, in the order of the comments
 * @param faults the comments that allow nothing, as they name no rule or no reason
 */
public record Allowances(List<Allowance> valid, List<Fault> faults) {

	private static final Pattern COMMENT = Pattern.compile("--\\s*migrate:allow\\b(.*)");

	private static final Pattern WORDS = Pattern.compile("\\s*(\\S+)(?:\\s+(\\S.*))?");

	public Allowances {
		valid = List.copyOf(valid);
		faults = List.copyOf(faults);
	}

	/**
	 * Read the comments of a file's head, which are for the whole file, and those of its
	 * upgrade section, which are for the statement that they stand in or above.
	 * @param head the text above the first section line
	 * @param section the text of the section
	 * @param place of the first line of the section
	 * @param rules the rules of the database
	 * @return what they say
	 */
	public static Allowances read(String head, String section, SourceLocation place, LexicalRules rules) {
		Reading reading = new Reading();
		int line = 0;
		for (String text : head.split("\r\n|\r|\n", -1)) {
			line++;
			reading.comment(text, SourceLocation.of(place.source(), line), Allowance.Scope.FILE);
		}
		for (LineComment comment : LineComment.of(StatementSplitter.split(section, 0, place, rules, (text) -> false),
				place, rules)) {
			reading.comment(comment.text(), SourceLocation.of(place.source(), comment.location().line()),
					(comment.statement() < 0) ? Allowance.Scope.NOTHING : new Allowance.Scope(comment.statement()));
		}
		return new Allowances(reading.valid, reading.faults);
	}

	/**
	 * Read what a revision says that is no file.
	 * @param allowed rule and reason each
	 * @param place of the revision
	 * @return what it says; all of it is for the whole revision
	 */
	public static Allowances of(List<String> allowed, SourceLocation place) {
		Reading reading = new Reading();
		allowed.forEach((words) -> reading.words(words, place, Allowance.Scope.FILE));
		return new Allowances(reading.valid, reading.faults);
	}

	/**
	 * A comment that allows nothing.
	 *
	 * @param location of the comment
	 * @param message what is wrong with it, one sentence
	 */
	public record Fault(SourceLocation location, String message) {
	}

	/** Gathers what comments say. */
	private static final class Reading {

		private final List<Allowance> valid = new ArrayList<>();

		private final List<Fault> faults = new ArrayList<>();

		void comment(String comment, SourceLocation place, Allowance.Scope scope) {
			Matcher matcher = COMMENT.matcher(comment.strip());
			if (matcher.matches()) {
				words(matcher.group(1), place, scope);
			}
		}

		void words(String text, SourceLocation place, Allowance.Scope scope) {
			Matcher words = WORDS.matcher(text);
			if (!words.matches()) {
				this.faults.add(new Fault(place, "The comment allows nothing: the rule is missing."));
				return;
			}
			String id = words.group(1);
			Optional<LintRule> rule = LintRule.of(id);
			if (rule.isEmpty()) {
				this.faults.add(new Fault(place, "The comment allows '" + id + "', which is no rule."));
			}
			else if (words.group(2) == null) {
				this.faults
					.add(new Fault(place, "The comment allows " + id + " without a reason, so it allows nothing."));
			}
			else {
				this.valid.add(new Allowance(rule.get(), words.group(2).strip(), place, scope));
			}
		}

	}

}
