package dev.migrate.script;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.error.SourceLocation;
import dev.migrate.error.VisibleText;
import dev.migrate.revision.RevisionId;
import org.jspecify.annotations.Nullable;

/**
 * Reads the leading comment block of a revision file, line by line: it needs no lexer and
 * no dialect.
 */
final class HeaderParser {

	static final List<String> KEYS = List.of("revision", "revises", "branch-labels", "depends-on", "replaces",
			"created");

	private final String source;

	private final Map<String, Value> values = new LinkedHashMap<>();

	private @Nullable String message;

	private HeaderParser(String source) {
		this.source = source;
	}

	static Header parse(String source, String text) {
		HeaderParser parser = new HeaderParser(source);
		parser.readLines(text);
		return parser.header();
	}

	private void readLines(String text) {
		TextLines lines = new TextLines(text);
		int number = 0;
		int start = text.startsWith("\uFEFF") ? 1 : 0;
		while (start < text.length()) {
			int end = lines.end(start);
			String line = text.substring(start, end).strip();
			number++;
			if (!line.isEmpty()) {
				if (!line.startsWith("--") || SectionLine.isSectionLine(line)) {
					return;
				}
				readComment(line.substring(2).strip(), number);
			}
			start = lines.next(end);
		}
	}

	private void readComment(String comment, int line) {
		if (comment.startsWith("migrate:allow")) {
			return;
		}
		refuseHidden(comment, line);
		String key = key(comment);
		if (this.message == null && !comment.isEmpty() && !(key != null && KEYS.contains(key))) {
			this.message = comment;
		}
		else if (key != null) {
			putValue(key, comment.substring(key.length() + 1).strip(), line);
		}
	}

	// A word, a colon, and a blank or the end: prose with a capital or a blank before the
	// colon is part of the message.
	private static @Nullable String key(String comment) {
		int colon = comment.indexOf(':');
		if (colon <= 0 || (colon + 1 < comment.length() && !isBlank(comment.charAt(colon + 1)))) {
			return null;
		}
		for (int index = 0; index < colon; index++) {
			char character = comment.charAt(index);
			boolean letter = character >= 'a' && character <= 'z';
			if (!letter && (index == 0 || (character != '_' && character != '-'))) {
				return null;
			}
		}
		return comment.substring(0, colon);
	}

	private static boolean isBlank(char character) {
		return character == ' ' || (character >= '\t' && character <= '\r');
	}

	// The message goes into logs, terminals and pages.
	private void refuseHidden(String comment, int line) {
		for (int index = 0; index < comment.length(); index++) {
			char character = comment.charAt(index);
			if ((character < ' ' || character > '~') && VisibleText.isHidden(character)) {
				throw new MigrateException(ErrorCode.INVALID_SOURCE, SourceLocation.of(this.source, line)
						+ " has the control character " + VisibleText.escape(character) + " in the header.",
						"Delete it.");
			}
		}
	}

	private void putValue(String key, String value, int line) {
		SourceLocation place = SourceLocation.of(this.source, line);
		if (!KEYS.contains(key)) {
			throw new MigrateException(ErrorCode.INVALID_SOURCE, place + " has an unknown header key '" + key + "'.",
					"The keys are " + String.join(", ", KEYS) + "; any other comment goes below the header.");
		}
		Value earlier = this.values.put(key, new Value(value, place));
		if (earlier != null) {
			throw new MigrateException(ErrorCode.INVALID_SOURCE,
					place + " repeats the header key '" + key + "' of line " + earlier.place.line() + ".",
					"Keep one of the two lines.");
		}
		if (value.isEmpty()) {
			throw new MigrateException(ErrorCode.INVALID_SOURCE,
					place + " gives the header key '" + key + "' no value.", "Write a value, or delete the line.");
		}
	}

	private Header header() {
		Value revision = required("revision");
		return new Header((this.message != null) ? this.message : "", id(revision.text, revision.place), parents(),
				words("branch-labels"), words("depends-on"), ids("replaces"), created());
	}

	private Value required(String key) {
		Value value = this.values.get(key);
		if (value == null) {
			throw new MigrateException(ErrorCode.INVALID_SOURCE,
					this.source + " has no header line '-- " + key + ": …', so it is no revision.",
					"`db revision` writes a file with a header; move files that are no revisions elsewhere.");
		}
		return value;
	}

	private List<RevisionId> parents() {
		Value value = required("revises");
		return value.text.equals("base") ? List.of() : ids("revises");
	}

	private List<RevisionId> ids(String key) {
		Value value = this.values.get(key);
		if (value == null) {
			return List.of();
		}
		List<RevisionId> ids = new ArrayList<>();
		for (String word : words(key)) {
			ids.add(id(word, value.place));
		}
		return ids;
	}

	private List<String> words(String key) {
		Value value = this.values.get(key);
		if (value == null) {
			return List.of();
		}
		List<String> words = new ArrayList<>();
		for (String word : value.text.split(",", -1)) {
			if (word.isBlank()) {
				throw new MigrateException(ErrorCode.INVALID_SOURCE,
						value.place + " has an empty entry in '" + key + "'.", "Separate entries with one comma.");
			}
			words.add(word.strip());
		}
		return words;
	}

	/** Read an id; the place is for messages. */
	static RevisionId id(String text, Object place) {
		if (!RevisionId.isValid(text)) {
			throw new MigrateException(ErrorCode.INVALID_SOURCE, place + " has the revision id '" + text + "'.",
					"An id has 1 to 64 of the characters A-Z, a-z, 0-9, '_' and '.', and is none of the words head,"
							+ " heads, base, current.");
		}
		return RevisionId.of(text);
	}

	private @Nullable Instant created() {
		Value value = this.values.get("created");
		if (value == null) {
			return null;
		}
		try {
			return Instants.parse(value.text);
		}
		catch (DateTimeParseException ex) {
			throw new MigrateException(ErrorCode.INVALID_SOURCE,
					value.place + " has the time '" + value.text + "' in 'created'.",
					"Write it in UTC like 2026-11-20T10:04:00Z, or delete the line.", ex);
		}
	}

	private record Value(String text, SourceLocation place) {
	}

}
