package dev.migrate.sql;

import dev.migrate.error.MigrateException;

/**
 * Says what to do about a command that only psql understands.
 */
final class PsqlCommands {

	private PsqlCommands() {
	}

	static MigrateException refuse(String text, Lexer lexer) {
		int end = lexer.start() + 1;
		while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
			end++;
		}
		String command = text.substring(lexer.start(), end);
		if (command.length() == 1) {
			return lexer.invalid(lexer.start(), "There is a backslash outside quotes at %s, which is not SQL.",
					"A revision is sent to the database, not to psql. Remove it.");
		}
		return lexer.invalid(lexer.start(), command + " at %s is a command for psql, not SQL.", hint(command));
	}

	private static String hint(String command) {
		String reason = "A revision is sent to the database, not to psql. ";
		return reason + switch (command) {
			case "\\restrict", "\\unrestrict" -> "Delete the line: pg_dump writes it to guard psql only.";
			case "\\i", "\\ir", "\\include" -> "Copy the statements of that file into this one.";
			case "\\set", "\\unset", "\\gset" -> "Write the value where it is used.";
			case "\\c", "\\connect" -> "Delete the line: a revision runs in the database it is for.";
			case "\\copy" -> "Use COPY … FROM STDIN with the rows below it.";
			case "\\g", "\\gx", "\\gexec" -> "End the statement with a semicolon.";
			default -> "Delete the line, or write it as SQL.";
		};
	}

}
