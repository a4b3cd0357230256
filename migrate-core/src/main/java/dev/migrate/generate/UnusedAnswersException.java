package dev.migrate.generate;

import java.util.List;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;

/**
 * Answers were given that nothing asked for: a name is wrong, or meant for another
 * database.
 */
public final class UnusedAnswersException extends MigrateException {

	private static final long serialVersionUID = 1L;

	private final List<String> answers;

	/**
	 * Create a failure.
	 * @param answers as they are typed: {@code --fill students.age=0}
	 */
	public UnusedAnswersException(List<String> answers) {
		super(ErrorCode.USAGE,
				"Nothing asks for " + ((answers.size() == 1) ? "the answer " : "the answers ")
						+ String.join(", ", answers) + ".",
				"Check the names: --rename and --drop name a table, column or constant that the entities no longer have, and the"
						+ " new name of a rename is one that they have now; --fill names a column that is new, or"
						+ " that begins or ceases to refuse NULL, or goes.");
		this.answers = List.copyOf(answers);
	}

	/**
	 * Return the answers.
	 * @return as they are typed
	 */
	public List<String> answers() {
		return this.answers;
	}

}
