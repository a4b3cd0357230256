package dev.migrate.sql;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A checksum over the tokens of statements: what they say, not how they are laid out.
 * Comments, blanks, line ends, empty statements and the case of ASCII letters outside
 * quotes don't count; quoted text, dollar bodies, hints, COPY data and the boundaries of
 * statements do. Holds state: one instance for one digest, in one thread.
 * <p>
 * The form is frozen, because the result is stored for years. Each token is written in
 * UTF-8, with A to Z in lower case unless it is quoted, and CRLF as LF; behind a token
 * comes the byte FF, behind the COPY data FD, behind a statement FE: bytes that UTF-8
 * never uses. The result is the first half of the SHA-256 of that. A change of the lexer
 * that moves a token's boundary changes the form too and needs a new algorithm number.
 */
public final class TokenDigest {

	/** The number of the form described above; it leads every result. */
	public static final int ALGORITHM = 1;

	private static final byte TOKEN_END = (byte) 0xFF;

	private static final byte STATEMENT_END = (byte) 0xFE;

	private static final byte DATA_END = (byte) 0xFD;

	private static final int LENGTH = 16;

	private final LexicalRules rules;

	private final MessageDigest digest;

	private final byte[] buffer = new byte[1024];

	private int used;

	/**
	 * Begin a digest.
	 * @param rules the rules that the statements were split with
	 */
	public TokenDigest(LexicalRules rules) {
		this.rules = rules;
		try {
			this.digest = MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

	/**
	 * Digest some statements.
	 * @param statements the statements in their order
	 * @param rules the rules that they were split with
	 * @return the algorithm's number, a colon and 32 hex digits
	 */
	public static String of(List<SqlStatement> statements, LexicalRules rules) {
		TokenDigest digest = new TokenDigest(rules);
		for (SqlStatement statement : statements) {
			digest.add(statement);
		}
		return digest.finish();
	}

	/**
	 * Add a statement.
	 * @param statement the next one
	 */
	public void add(SqlStatement statement) {
		Lexer lexer = StatementTokens.lexer(statement, this.rules);
		while (lexer.advance()) {
			if (!lexer.kind().separates()) {
				boolean fold = lexer.kind() == TokenKind.WORD || lexer.kind() == TokenKind.NUMBER;
				write(statement.text(), lexer.start(), lexer.end(), fold);
				write(TOKEN_END);
			}
		}
		@Nullable String data = statement.copyData();
		if (data != null) {
			write(data, 0, data.length(), false);
			write(DATA_END);
		}
		write(STATEMENT_END);
	}

	/**
	 * End the digest; the instance is of no use afterwards.
	 * @return the algorithm's number, a colon and 32 hex digits
	 */
	public String finish() {
		flush();
		return ALGORITHM + ":" + HexFormat.of().formatHex(this.digest.digest(), 0, LENGTH);
	}

	private void write(String text, int start, int end, boolean fold) {
		for (int i = start; i < end; i++) {
			char c = text.charAt(i);
			if (c == '\r' && i + 1 < end && text.charAt(i + 1) == '\n') {
				continue;
			}
			if (c < 0x80) {
				if (this.used == this.buffer.length) {
					flush();
				}
				this.buffer[this.used++] = (byte) ((fold && c >= 'A' && c <= 'Z') ? c + ('a' - 'A') : c);
			}
			else if (Character.isHighSurrogate(c) && i + 1 < end && Character.isLowSurrogate(text.charAt(i + 1))) {
				writeUtf8(Character.toCodePoint(c, text.charAt(++i)));
			}
			else {
				writeUtf8(c);
			}
		}
	}

	private void writeUtf8(int codePoint) {
		if (codePoint < 0x800) {
			write((byte) (0xC0 | (codePoint >> 6)));
		}
		else {
			if (codePoint < 0x10000) {
				write((byte) (0xE0 | (codePoint >> 12)));
			}
			else {
				write((byte) (0xF0 | (codePoint >> 18)));
				write((byte) (0x80 | ((codePoint >> 12) & 0x3F)));
			}
			write((byte) (0x80 | ((codePoint >> 6) & 0x3F)));
		}
		write((byte) (0x80 | (codePoint & 0x3F)));
	}

	private void write(byte b) {
		if (this.used == this.buffer.length) {
			flush();
		}
		this.buffer[this.used++] = b;
	}

	private void flush() {
		this.digest.update(this.buffer, 0, this.used);
		this.used = 0;
	}

}
