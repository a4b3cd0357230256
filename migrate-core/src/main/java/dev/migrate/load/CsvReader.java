package dev.migrate.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.error.SourceLocation;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records of a CSV file (RFC 4180, UTF-8), one at a time. An empty field is
 * null, an empty field in quotes is the empty text. Blanks count.
 */
final class CsvReader implements AutoCloseable {

	private final BufferedReader reader;

	private final String source;

	private int line = 1;

	private int column = 1;

	private int next;

	private int recordLine;

	private final StringBuilder field = new StringBuilder();

	private CsvReader(BufferedReader reader, String source) throws IOException {
		this.reader = reader;
		this.source = source;
		this.next = reader.read();
		if (this.next == '\uFEFF') {
			this.next = reader.read();
		}
	}

	static CsvReader open(Path file) {
		try {
			return new CsvReader(Files.newBufferedReader(file, StandardCharsets.UTF_8), file.toString());
		}
		catch (IOException ex) {
			throw unreadable(file.toString(), 1, ex);
		}
	}

	/** Return the place where the last record began. */
	SourceLocation place() {
		return SourceLocation.of(this.source, this.recordLine);
	}

	/**
	 * Read a record.
	 * @return its fields, or null at the end
	 * @throws MigrateException with INVALID_SOURCE naming line and column
	 */
	@Nullable List<@Nullable String> next() {
		try {
			if (this.next < 0) {
				return null;
			}
			this.recordLine = this.line;
			List<@Nullable String> fields = new ArrayList<>();
			fields.add(field());
			while (this.next == ',') {
				advance();
				fields.add(field());
			}
			endOfLine();
			return Collections.unmodifiableList(fields);
		}
		catch (IOException ex) {
			throw unreadable(this.source, this.line, ex);
		}
	}

	private @Nullable String field() throws IOException {
		this.field.setLength(0);
		if (this.next == '"') {
			quoted();
			return this.field.toString();
		}
		while (!endsField()) {
			if (this.next == '"') {
				throw invalid(this.line, this.column, "has a quote in the midst of a field",
						"Put the whole field into quotes, and write a quote inside them twice.");
			}
			this.field.append((char) this.next);
			advance();
		}
		return this.field.isEmpty() ? null : this.field.toString();
	}

	private void quoted() throws IOException {
		int openLine = this.line;
		int openColumn = this.column;
		advance();
		while (true) {
			if (this.next < 0) {
				throw invalid(openLine, openColumn, "opens a quote that is never closed",
						"Close it, and write a quote inside a field twice.");
			}
			char character = (char) this.next;
			advance();
			if (character != '"') {
				this.field.append(character);
			}
			else if (this.next == '"') {
				this.field.append('"');
				advance();
			}
			else {
				break;
			}
		}
		if (!endsField()) {
			throw invalid(this.line, this.column, "has text after a closing quote",
					"Fields are separated by commas; write a quote inside a field twice.");
		}
	}

	private boolean endsField() {
		return this.next < 0 || this.next == ',' || this.next == '\n' || this.next == '\r';
	}

	private void endOfLine() throws IOException {
		if (this.next == '\r') {
			advance();
			if (this.next != '\n') {
				return;
			}
		}
		if (this.next == '\n') {
			advance();
		}
	}

	// A carriage return counts as a line unless a line feed follows.
	private void advance() throws IOException {
		int before = this.next;
		this.next = this.reader.read();
		if (before == '\n' || (before == '\r' && this.next != '\n')) {
			this.line++;
			this.column = 1;
		}
		else {
			this.column++;
		}
	}

	private MigrateException invalid(int atLine, int atColumn, String what, String hint) {
		return new MigrateException(ErrorCode.INVALID_SOURCE,
				new SourceLocation(this.source, atLine, atColumn) + " " + what + ". Nothing was loaded.", hint);
	}

	private static MigrateException unreadable(String source, int line, IOException cause) {
		if (cause instanceof CharacterCodingException) {
			return new MigrateException(ErrorCode.INVALID_SOURCE,
					source + " is not UTF-8, somewhere after line " + line + ". Nothing was loaded.",
					"Save it as UTF-8.", cause);
		}
		return new MigrateException(ErrorCode.FILE_ACCESS,
				source + " can't be read: " + cause.getMessage() + ". Nothing was loaded.",
				"Check that it is there and that you may read it.", cause);
	}

	@Override
	public void close() {
		try {
			this.reader.close();
		}
		catch (IOException ex) {
			// It was only read.
		}
	}

}
