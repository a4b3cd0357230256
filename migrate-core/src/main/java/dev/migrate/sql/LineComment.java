package dev.migrate.sql;

import java.util.ArrayList;
import java.util.List;

import dev.migrate.error.SourceLocation;

/**
 * A comment from two dashes to the end of its line.
 *
 * @param text with the dashes
 * @param location of the dashes
 * @param statement the index of the statement that it stands in or, between statements,
 * above; -1 if none follows
 */
public record LineComment(String text, SourceLocation location, int statement) {

	/**
	 * Find the comments of a script: none of those that only look like one, in a literal
	 * or in data.
	 * @param script the script
	 * @param origin the place of its first character
	 * @param rules the rules that it was split with
	 * @return the comments in their order
	 */
	public static List<LineComment> of(SqlScript script, SourceLocation origin, LexicalRules rules) {
		List<LineComment> comments = new ArrayList<>();
		Lexer lexer = new Lexer(script.source(), script.start(), rules, origin);
		int statement = 0;
		for (SqlScript.Piece piece : script.pieces()) {
			if (piece.kind() == SqlScript.Kind.COPY_DATA) {
				lexer.moveTo(piece.end());
			}
			while (lexer.end() < piece.end() && lexer.advance()) {
				if (lexer.kind() == TokenKind.LINE_COMMENT) {
					comments.add(new LineComment(script.source().substring(lexer.start(), lexer.end()),
							lexer.location(lexer.start()), (statement < script.statements().size()) ? statement : -1));
				}
			}
			statement += (piece.kind() == SqlScript.Kind.STATEMENT) ? 1 : 0;
		}
		return comments;
	}

}
