package dev.migrate.dialect.postgresql;

import java.util.regex.Pattern;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.sql.SqlStatement;

/**
 * COPY with its rows, as psql can pass over it. What psql passes over it still reads as
 * SQL, and a quote or a backslash in a row would lead it astray. In a comment neither
 * means anything: one begins behind the semicolon and ends behind the rows, and is all
 * that psql sees when it does not send the statement. When it does, it has taken the rows
 * away before it reads on.
 */
final class PassableCopy {

	private static final Pattern TEXT_FORMAT = Pattern.compile("(?is).*\\bFROM\\s+STDIN");

	private PassableCopy() {
	}

	static String write(SqlStatement statement) {
		String rows = String.valueOf(statement.copyData());
		if (rows.contains("/*") || rows.contains("*/")) {
			if (!TEXT_FORMAT.matcher(statement.text()).matches()) {
				throw new MigrateException(ErrorCode.USAGE,
						"The rows of COPY (" + statement.location() + ") hold /* or */, and psql can't pass over them.",
						"Write the script without --idempotent, or the rows in the text format of COPY.");
			}
			rows = withoutSlashes(rows);
		}
		return statement.text() + "; /* rows\n" + rows + ((rows.isEmpty() || rows.endsWith("\n")) ? "" : "\n")
				+ "\\.\n*/\n";
	}

	/** The text format has a number for each character; a backslash takes the next. */
	private static String withoutSlashes(String rows) {
		StringBuilder text = new StringBuilder();
		for (int index = 0; index < rows.length(); index++) {
			char character = rows.charAt(index);
			boolean escapes = character == '\\' && index + 1 < rows.length();
			char meant = escapes ? rows.charAt(index + 1) : character;
			if (meant == '/') {
				text.append("\\057");
			}
			else {
				text.append(escapes ? "\\" : "").append(meant);
			}
			index += escapes ? 1 : 0;
		}
		return text.toString();
	}

}
