package dev.migrate.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import dev.migrate.error.MigrateException;
import dev.migrate.error.SourceLocation;
import dev.migrate.sql.LexicalRules.Feature;
import dev.migrate.sql.SqlScript.Kind;
import dev.migrate.sql.SqlScript.Piece;

/**
 * Cuts a text into the statements that the database would see. Nothing is dropped and
 * nothing is changed: the pieces of the result put together are the text. Reads the text
 * once, whatever its length. Stateless: any thread may call it.
 */
public final class StatementSplitter {

	private StatementSplitter() {
	}

	/**
	 * Split a whole text.
	 * @param text the text
	 * @param source the name of its source
	 * @param rules the rules of the database that will run it
	 * @return the script
	 * @throws MigrateException with file, line and column if the text ends inside a
	 * literal, a comment or a block, or holds a command for psql
	 */
	public static SqlScript split(String text, String source, LexicalRules rules) {
		return split(text, 0, new SourceLocation(source, 1, 1), rules, (comment) -> false);
	}

	/**
	 * Split a part of a text.
	 * @param text the text
	 * @param from offset of the first character to read
	 * @param origin the place of that character; a line or column of 0 counts as 1
	 * @param rules the rules of the database that will run it
	 * @param stop asked for each {@code --} comment that is alone on its line and outside
	 * quotes, block comments and data, with its text from the dashes to the end of the
	 * line. The first one that it accepts ends the script, whatever is open then. Called
	 * in the order of the text.
	 * @return the script; its end is the offset of the accepted comment, or of the end
	 * @throws MigrateException with file, line and column if a literal, comment, block or
	 * parenthesis is not closed, the end marker of COPY data is missing, or there is a
	 * command for psql
	 */
	public static SqlScript split(String text, int from, SourceLocation origin, LexicalRules rules,
			Predicate<String> stop) {
		return new Run(text, from, origin, rules, stop).split();
	}

	private static final class Run {

		private final String text;

		private final int from;

		private final LexicalRules rules;

		private final Predicate<String> stop;

		private final Lexer lexer;

		private final StatementShape shape;

		private final List<Piece> pieces = new ArrayList<>();

		private final List<SqlStatement> statements = new ArrayList<>();

		private int covered;

		private int statementStart = -1;

		private int statementEnd;

		private boolean onlyHints = true;

		Run(String text, int from, SourceLocation origin, LexicalRules rules, Predicate<String> stop) {
			this.text = text;
			this.from = from;
			this.rules = rules;
			this.stop = stop;
			this.lexer = new Lexer(text, from, rules, origin);
			this.shape = new StatementShape(rules);
			this.covered = from;
		}

		SqlScript split() {
			int end = this.text.length();
			while (this.lexer.advance()) {
				if (this.lexer.kind() == TokenKind.LINE_COMMENT && stopsHere()) {
					end = this.lexer.start();
					break;
				}
				if (!this.lexer.kind().separates()) {
					accept();
				}
			}
			finishLast();
			add(Kind.GAP, end);
			return new SqlScript(this.text, this.pieces, this.statements, this.from, end, this.lexer.location(end));
		}

		private boolean stopsHere() {
			int start = this.lexer.start();
			if (this.text.charAt(start) != '-') {
				return false;
			}
			int i = start - 1;
			while (i >= this.from && (this.text.charAt(i) == ' ' || this.text.charAt(i) == '\t')) {
				i--;
			}
			boolean beginsLine = i < this.from || this.text.charAt(i) == '\n' || this.text.charAt(i) == '\r'
					|| (i == 0 && this.text.charAt(i) == '\uFEFF');
			return beginsLine && this.stop.test(this.text.substring(start, this.lexer.end()));
		}

		private void accept() {
			if (this.lexer.kind() == TokenKind.BACKSLASH && this.rules.has(Feature.META_COMMANDS)) {
				throw PsqlCommands.refuse(this.text, this.lexer);
			}
			if (this.lexer.kind() == TokenKind.SEMICOLON && !this.shape.holdsSemicolon()) {
				refuseOpenParenthesis();
				finishStatement();
				return;
			}
			if (this.statementStart < 0) {
				this.statementStart = this.lexer.start();
			}
			this.statementEnd = this.lexer.end();
			this.onlyHints &= this.lexer.kind() == TokenKind.HINT;
			this.shape.accept(this.lexer);
		}

		private void refuseOpenParenthesis() {
			if (this.shape.openParenthesis() >= 0) {
				throw this.lexer.invalid(this.shape.openParenthesis(), "The parenthesis at %s is never closed.",
						"Close it before the statement ends.");
			}
		}

		private void finishLast() {
			if (this.shape.insideBlock()) {
				throw this.lexer.invalid(this.shape.blockStart(), "An unterminated BEGIN ATOMIC block begins at %s.",
						"Close it with END; every statement in it ends with a semicolon.");
			}
			refuseOpenParenthesis();
			if (this.shape.readsCopyData()) {
				throw unterminatedCopy();
			}
			finishStatement();
		}

		private void finishStatement() {
			if (this.statementStart >= 0 && !this.onlyHints) {
				SourceLocation location = this.lexer.location(this.statementStart);
				add(Kind.GAP, this.statementStart);
				add(Kind.STATEMENT, this.statementEnd);
				String statement = this.text.substring(this.statementStart, this.statementEnd);
				String data = this.shape.readsCopyData() ? copyData() : null;
				this.statements.add(new SqlStatement(statement, location, data));
			}
			this.statementStart = -1;
			this.onlyHints = true;
			this.shape.reset();
		}

		private void add(Kind kind, int end) {
			if (end > this.covered) {
				this.pieces.add(new Piece(kind, this.covered, end));
				this.covered = end;
			}
		}

		private String copyData() {
			int start = copyDataStart();
			int marker = this.text.indexOf("\\.", start);
			while (marker >= 0 && !isLine(marker)) {
				marker = this.text.indexOf("\\.", marker + 2);
			}
			if (marker < 0) {
				throw unterminatedCopy();
			}
			add(Kind.GAP, start);
			add(Kind.COPY_DATA, marker);
			this.lexer.moveTo(marker + 2);
			return this.text.substring(start, marker);
		}

		/** The data begin on the line after the semicolon. */
		private int copyDataStart() {
			int i = this.lexer.end();
			while (i < this.text.length() && (this.text.charAt(i) == ' ' || this.text.charAt(i) == '\t')) {
				i++;
			}
			int lineEnd = this.lexer.lineEnd(i);
			if (i < lineEnd && !this.text.startsWith("--", i)) {
				throw this.lexer.invalid(i, "The data of COPY … FROM STDIN begin on the line after it, not at %s.",
						"Break the line behind the semicolon.");
			}
			if (lineEnd == this.text.length()) {
				return lineEnd;
			}
			return this.text.startsWith("\r\n", lineEnd) ? lineEnd + 2 : lineEnd + 1;
		}

		private boolean isLine(int marker) {
			char before = this.text.charAt(marker - 1);
			return (before == '\n' || before == '\r') && this.lexer.lineEnd(marker) == marker + 2;
		}

		private MigrateException unterminatedCopy() {
			return this.lexer.invalid(this.statementStart, "The data of the COPY … FROM STDIN at %s have no end.",
					"End the statement with a semicolon and the data with a line that holds only \\.");
		}

	}

}
