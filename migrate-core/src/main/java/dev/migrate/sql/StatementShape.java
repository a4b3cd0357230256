package dev.migrate.sql;

import java.util.Arrays;

import dev.migrate.sql.LexicalRules.Feature;

/**
 * Watches the tokens of one statement and knows whether a semicolon ends it.
 */
final class StatementShape {

	private final LexicalRules rules;

	private Head head = Head.START;

	private int[] openParentheses = new int[8];

	private int depth;

	private int blockStart = -1;

	private boolean inBlock;

	private int caseDepth;

	private boolean afterNameMark;

	private boolean afterSemicolon;

	StatementShape(LexicalRules rules) {
		this.rules = rules;
	}

	void reset() {
		this.head = Head.START;
		this.depth = 0;
		this.blockStart = -1;
		this.inBlock = false;
		this.caseDepth = 0;
		this.afterNameMark = false;
		this.afterSemicolon = false;
	}

	/** Whether a semicolon here belongs to the statement. */
	boolean holdsSemicolon() {
		return this.inBlock || (this.head == Head.RULE && this.depth > 0);
	}

	boolean insideBlock() {
		return this.inBlock;
	}

	/** Offset of the BEGIN of the block that is open. */
	int blockStart() {
		return this.blockStart;
	}

	/** Offset of the innermost open parenthesis, or -1. */
	int openParenthesis() {
		return (this.depth == 0) ? -1 : this.openParentheses[this.depth - 1];
	}

	boolean readsCopyData() {
		return this.head == Head.COPY_STDIN;
	}

	void accept(Lexer token) {
		if (token.kind() == TokenKind.HINT) {
			return;
		}
		if (token.is('(')) {
			open(token.start());
		}
		else if (token.is(')')) {
			this.depth = Math.max(0, this.depth - 1);
		}
		if (this.inBlock) {
			insideBlock(token);
		}
		else {
			this.head = next(token);
		}
	}

	private void open(int offset) {
		if (this.depth == this.openParentheses.length) {
			this.openParentheses = Arrays.copyOf(this.openParentheses, this.depth * 2);
		}
		this.openParentheses[this.depth++] = offset;
	}

	private Head next(Lexer token) {
		return switch (this.head) {
			case START -> start(token);
			case CREATE -> token.is("OR") ? Head.CREATE_OR : created(token);
			case CREATE_OR -> token.is("REPLACE") ? Head.CREATE_OR_REPLACE : Head.OTHER;
			case CREATE_OR_REPLACE -> created(token);
			case ROUTINE, ROUTINE_BEGIN -> routine(token);
			case COPY -> (this.depth == 0 && token.is("FROM")) ? Head.COPY_FROM : Head.COPY;
			// The grammar takes STDOUT here too, and means the same.
			case COPY_FROM -> (token.is("STDIN") || token.is("STDOUT")) ? Head.COPY_STDIN : Head.OTHER;
			case COPY_STDIN, RULE, OTHER -> this.head;
		};
	}

	private Head start(Lexer token) {
		if (token.is("CREATE")) {
			return Head.CREATE;
		}
		return (token.is("COPY") && this.rules.has(Feature.COPY_DATA)) ? Head.COPY : Head.OTHER;
	}

	private Head created(Lexer token) {
		if (this.rules.has(Feature.ATOMIC_BLOCKS) && (token.is("FUNCTION") || token.is("PROCEDURE"))) {
			return Head.ROUTINE;
		}
		return (this.rules.has(Feature.RULE_ACTIONS) && token.is("RULE")) ? Head.RULE : Head.OTHER;
	}

	private Head routine(Lexer token) {
		if (this.head == Head.ROUTINE_BEGIN && token.is("ATOMIC")) {
			this.inBlock = true;
			this.afterSemicolon = true;
			return Head.OTHER;
		}
		if (this.depth == 0 && token.is("BEGIN")) {
			this.blockStart = token.start();
			return Head.ROUTINE_BEGIN;
		}
		return Head.ROUTINE;
	}

	private void insideBlock(Lexer token) {
		if (!this.afterNameMark && token.is("CASE")) {
			this.caseDepth++;
		}
		else if (!this.afterNameMark && token.is("END")) {
			if (this.caseDepth > 0) {
				this.caseDepth--;
			}
			else if (this.afterSemicolon) {
				this.inBlock = false;
			}
		}
		// Behind AS or a dot every keyword is a name.
		this.afterNameMark = token.is('.') || token.is("AS");
		this.afterSemicolon = token.kind() == TokenKind.SEMICOLON;
	}

	private enum Head {

		START, CREATE, CREATE_OR, CREATE_OR_REPLACE, ROUTINE, ROUTINE_BEGIN, RULE, COPY, COPY_FROM, COPY_STDIN, OTHER

	}

}
