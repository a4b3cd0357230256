package dev.migrate.sql;

import java.util.List;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.error.SourceLocation;

/**
 * Puts values where a statement has question marks, outside quotes and comments.
 */
public final class Placeholders {

	private Placeholders() {
	}

	/**
	 * Fill a statement.
	 * @param sql with a question mark for each value
	 * @param values as SQL, in order
	 * @param rules of the database that will run it
	 * @return the statement without question marks
	 * @throws MigrateException with INVALID_SOURCE if their numbers differ
	 */
	public static String fill(String sql, List<String> values, LexicalRules rules) {
		StringBuilder text = new StringBuilder();
		Lexer lexer = new Lexer(sql, 0, rules, SourceLocation.of("a statement", 1));
		int used = 0;
		while (lexer.advance()) {
			String token = sql.substring(lexer.start(), lexer.end());
			boolean placeholder = lexer.kind() == TokenKind.SYMBOL && token.equals("?");
			text.append((placeholder && used < values.size()) ? values.get(used) : token);
			used += placeholder ? 1 : 0;
		}
		if (used != values.size()) {
			throw new MigrateException(ErrorCode.INVALID_SOURCE,
					"The statement has " + used + " question marks, and " + values.size() + " values were given: "
							+ sql,
					"Give one value for each. Where the statement needs the operator ?, give no values and write them"
							+ " into it.");
		}
		return text.toString();
	}

}
