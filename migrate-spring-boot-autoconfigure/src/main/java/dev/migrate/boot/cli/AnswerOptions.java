package dev.migrate.boot.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.migrate.diff.Answers;
import dev.migrate.diff.Question;
import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.generate.Generated;
import picocli.CommandLine.Option;

/**
 * Answers, given with the command or at the terminal. Nothing is ever guessed.
 */
final class AnswerOptions {

	@Option(names = "--rename", paramLabel = "OLD=NEW",
			description = "A column (students.surname=last_name), table (students=pupils) or constant of an enum"
					+ " (students.state.ACTIVE=ENABLED) was renamed; repeatable.")
	Map<String, String> renames = new LinkedHashMap<>();

	@Option(names = "--drop", paramLabel = "NAME",
			description = "A column (students.surname) or table is really to be dropped, a constant"
					+ " (students.state.ACTIVE) is held by no row; repeatable.")
	List<String> drops = new ArrayList<>();

	@Option(names = "--fill", paramLabel = "COLUMN=SQL",
			description = "What existing rows get in a new column (students.age=0), an SQL expression; repeatable.")
	Map<String, String> fills = new LinkedHashMap<>();

	/** Return what was given with the command. */
	Answers given() {
		return new Answers(new TreeMap<>(this.renames), new TreeSet<>(this.drops), new TreeMap<>(this.fills));
	}

	boolean areGiven() {
		return !this.renames.isEmpty() || !this.drops.isEmpty() || !this.fills.isEmpty();
	}

	/** Return the answers but for some, named as they are typed. */
	AnswerOptions without(Collection<String> flags) {
		AnswerOptions rest = new AnswerOptions();
		rest.renames.putAll(this.renames);
		rest.renames.entrySet().removeIf((rename) -> flags.contains("--rename " + rename));
		rest.drops.addAll(this.drops);
		rest.drops.removeIf((drop) -> flags.contains("--drop " + drop));
		rest.fills.putAll(this.fills);
		rest.fills.entrySet().removeIf((fill) -> flags.contains("--fill " + fill));
		return rest;
	}

	/** Compare until nothing is asked any more. */
	Generated ask(DatabaseCommand command, Function<Answers, Generated> compare) {
		SortedMap<String, String> newNames = new TreeMap<>(this.renames);
		SortedSet<String> dropped = new TreeSet<>(this.drops);
		SortedMap<String, String> values = new TreeMap<>(this.fills);
		while (true) {
			Generated generated = compare.apply(new Answers(newNames, dropped, values));
			if (!generated.asks()) {
				return generated;
			}
			if (!command.terminal().interactive()) {
				throw unanswered(generated.comparison().open());
			}
			SortedSet<String> taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
			for (Question question : generated.comparison().open()) {
				if (isSettled(question, taken)) {
					continue;
				}
				if (question instanceof Question.Rename rename) {
					if (!isRenamed(command.terminal(), rename.subject(), rename.candidates(), newNames, taken)) {
						confirm(command.terminal(),
								"Then " + rename.subject() + " is dropped, with what it holds. Go on?");
						dropped.add(rename.subject());
					}
				}
				else if (question instanceof Question.Constant constant) {
					if (!isRenamed(command.terminal(), constant.subject(), constant.candidates(), newNames, taken)) {
						confirm(command.terminal(),
								"Then a row that holds " + constant.subject() + " makes the upgrade fail. Go on?");
						dropped.add(constant.subject());
					}
				}
				else if (question instanceof Question.Move move) {
					answer(command.terminal(), move, dropped);
				}
				else if (question instanceof Question.Fill fill) {
					values.put(fill.subject(), answer(command.terminal(), fill));
				}
			}
		}
	}

	/**
	 * Tell whether the answers since the comparison leave nothing to ask: what has become
	 * something needs no fill, and nothing else has become it. If that is wrong the next
	 * comparison asks.
	 */
	private static boolean isSettled(Question question, SortedSet<String> taken) {
		if (question instanceof Question.Rename rename) {
			return free(rename.subject(), rename.candidates(), taken).isEmpty();
		}
		if (question instanceof Question.Constant constant) {
			return free(constant.subject(), constant.candidates(), taken).isEmpty();
		}
		return taken.contains(question.subject());
	}

	private static List<Question.Candidate> free(String subject, List<Question.Candidate> candidates,
			SortedSet<String> taken) {
		return candidates.stream().filter((candidate) -> !taken.contains(newName(subject, candidate))).toList();
	}

	private static String newName(String subject, Question.Candidate candidate) {
		return subject.substring(0, subject.lastIndexOf('.') + 1) + candidate.name();
	}

	private static boolean isRenamed(Terminal terminal, String subject, List<Question.Candidate> candidates,
			Map<String, String> newNames, SortedSet<String> taken) {
		for (Question.Candidate candidate : free(subject, candidates, taken)) {
			if (terminal.confirms("Was " + subject + " renamed to " + candidate.name() + " ("
					+ String.join(", ", candidate.reasons()) + ")?")) {
				newNames.put(subject, candidate.name());
				taken.add(newName(subject, candidate));
				return true;
			}
		}
		return false;
	}

	private static void confirm(Terminal terminal, String sentence) {
		if (!terminal.confirms(sentence)) {
			throw new MigrateException(ErrorCode.ANSWER_NEEDED, "Nothing was written.", null);
		}
	}

	private static void answer(Terminal terminal, Question.Move question, SortedSet<String> dropped) {
		confirm(terminal,
				"An attribute moves from "
						+ question.subject() + " to " + question.target() + (question.copied()
								? ", its values only where that has a row for them. Is " : ", its values don't. Is ")
						+ question.subject() + " dropped, with what it holds?");
		dropped.add(question.subject());
	}

	private static String answer(Terminal terminal, Question.Fill question) {
		String proposed = question.proposed();
		String answer = terminal.asks("Value of existing rows in the new column " + question.subject()
				+ ((proposed != null) ? " [" + proposed + "]: " : " (an SQL expression): "));
		if (answer.isEmpty() && proposed == null) {
			throw new MigrateException(ErrorCode.ANSWER_NEEDED,
					"Column " + question.subject() + " refuses NULL, and has no value for existing rows.",
					"Nothing was written. Give one, or make the attribute nullable.");
		}
		return (answer.isEmpty() && proposed != null) ? proposed : answer;
	}

	private static MigrateException unanswered(List<Question> questions) {
		StringBuilder flags = new StringBuilder("Nothing was written. Run the command again with one flag for each:");
		for (Question question : questions) {
			if (question instanceof Question.Rename rename) {
				flags.append(renames(rename.subject(), rename.candidates()));
				flags.append("\n  --drop ").append(rename.subject()).append("   it is dropped, with what it holds");
			}
			else if (question instanceof Question.Constant constant) {
				flags.append(renames(constant.subject(), constant.candidates()))
					.append("\n  --drop ")
					.append(constant.subject())
					.append("   no row holds it: one that does makes the upgrade fail");
			}
			else if (question instanceof Question.Move move) {
				flags.append("\n  --drop ")
					.append(move.subject())
					.append("   it is dropped with what it holds: an attribute moves to ")
					.append(move.target())
					.append(move.copied() ? ", its values only where that has a row for them"
							: ", its values don't. To keep them, copy them in the file before that");
			}
			else if (question instanceof Question.Fill fill) {
				String proposed = fill.proposed();
				flags.append("\n  --fill ")
					.append(fill.subject())
					.append('=')
					.append((proposed != null) ? shell(proposed) : "<SQL expression>")
					.append("   what existing rows get, for it refuses NULL")
					.append(isCandidate(fill, questions) ? "; not if it is a renamed one" : "");
			}
		}
		String subjects = String.join(", ", questions.stream().map(Question::subject).toList());
		return new MigrateException(ErrorCode.ANSWER_NEEDED,
				((questions.size() == 1) ? "A question is" : questions.size() + " questions are") + " open: " + subjects
						+ ".",
				flags.toString());
	}

	private static boolean isCandidate(Question.Fill fill, List<Question> questions) {
		return questions.stream()
			.filter(Question.Rename.class::isInstance)
			.map(Question.Rename.class::cast)
			.anyMatch((rename) -> rename.candidates()
				.stream()
				.anyMatch((candidate) -> newName(rename.subject(), candidate).equalsIgnoreCase(fill.subject())));
	}

	private static String renames(String subject, List<Question.Candidate> candidates) {
		return candidates.stream()
			.map((candidate) -> "\n  --rename " + subject + "=" + candidate.name() + "   it was renamed: "
					+ String.join(", ", candidate.reasons()))
			.collect(Collectors.joining());
	}

	private static String shell(String text) {
		boolean plain = text.chars().allMatch((character) -> Character.isLetterOrDigit(character) || character == '_');
		return plain ? text : "\"" + text.replace("\"", "\\\"") + "\"";
	}

}
