package dev.migrate.script;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrate.dialect.Dialect;
import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.error.SourceLocation;
import dev.migrate.sql.SqlScript;
import dev.migrate.sql.SqlStatement;
import dev.migrate.sql.StatementFacts;
import dev.migrate.sql.StatementSplitter;
import org.jspecify.annotations.Nullable;

/**
 * The sections of a file, read with the lexer of one database: only a lexer can tell a
 * section line from the same words inside a dollar-quoted body.
 */
final class SqlSections {

	private static final Pattern MAPPING_LINE = Pattern.compile("--\\s*(\\S+)\\s+(.+?):\\s+(.+)");

	private final List<Entry> entries;

	private SqlSections(List<Entry> entries) {
		this.entries = List.copyOf(entries);
	}

	static SqlSections parse(String source, String text, Dialect dialect) {
		List<Entry> entries = new ArrayList<>();
		TextLines lines = new TextLines(text);
		Cursor cursor = firstSectionLine(source, text, lines);
		while (cursor != null) {
			SectionLine line = SectionLine.parse(cursor.line, cursor.place);
			if (line.kind() == SectionLine.Kind.MAPPING) {
				break;
			}
			Entry entry = entry(source, text, cursor, line, dialect);
			rejectSecond(entries, line);
			entries.add(entry);
			cursor = cursorAt(source, text, lines, entry.end, entry.endLine);
		}
		return new SqlSections(entries);
	}

	private static Entry entry(String source, String text, Cursor cursor, SectionLine line, Dialect dialect) {
		if (!line.dialects().isEmpty() && !line.dialects().contains(dialect.name())) {
			// Another database's section is not ours to lex; its next section line is the
			// next line that looks like one.
			Cursor next = nextSectionLine(source, text, cursor.after, cursor.place.line() + 1);
			int end = (next != null) ? next.start : text.length();
			int endLine = (next != null) ? next.place.line() : cursor.place.line();
			return new Entry(line, new Section(List.of(), true, null, "", line.location()), end, endLine);
		}
		SqlScript script = StatementSplitter.split(text, cursor.after,
				SourceLocation.of(source, cursor.place.line() + 1), dialect.lexicalRules(), SectionLine::isSectionLine);
		int end = script.end();
		if (line.kind() == SectionLine.Kind.UPGRADE || line.irreversible() == null) {
			checkTransaction(line, script.statements(), dialect);
		}
		Section section = new Section(script.statements(), line.transactional(), line.irreversible(),
				text.substring(Math.min(cursor.after, end), end), line.location());
		return new Entry(line, section, end, cursor.place.line() + 1 + countLines(text, cursor.after, end));
	}

	private static void rejectSecond(List<Entry> entries, SectionLine line) {
		for (Entry earlier : entries) {
			boolean sameDatabase = earlier.line.dialects().isEmpty() ? line.dialects().isEmpty()
					: earlier.line.dialects().stream().anyMatch(line.dialects()::contains);
			if (earlier.line.kind() == line.kind() && sameDatabase) {
				throw new MigrateException(ErrorCode.INVALID_SOURCE,
						line.location() + " opens a second " + line.kind().word() + " section; the first is line "
								+ earlier.line.location().line() + ".",
						"Join the two: a revision runs wholly inside or wholly outside a transaction. What must run"
								+ " outside goes into a revision of its own.");
			}
		}
	}

	private static void checkTransaction(SectionLine line, List<SqlStatement> statements, Dialect dialect) {
		if (!line.transactional()) {
			return;
		}
		for (SqlStatement statement : statements) {
			StatementFacts.Misfit misfit = StatementFacts.misfit(statement, dialect.lexicalRules());
			if (misfit.control() != null) {
				throw new MigrateException(ErrorCode.INVALID_SOURCE,
						statement.location() + " has " + misfit.control()
								+ " inside a section that runs in a transaction.",
						"Delete it: the engine begins and commits. For statements that must run outside one, write `-- migrate:"
								+ line.kind().word() + " transaction=false`.");
			}
			if (misfit.outside() != null && dialect.transactionalDdl()) {
				throw new MigrateException(ErrorCode.INVALID_SOURCE,
						statement.location() + ": " + misfit.outside() + " can't run inside a transaction.",
						"Write `-- migrate:" + line.kind().word() + " transaction=false` in line "
								+ line.location().line() + ", and move all other statements to another revision.");
			}
		}
	}

	@Nullable Section find(SectionLine.Kind kind, String dialect) {
		Section fallback = null;
		for (Entry entry : this.entries) {
			if (entry.line.kind() == kind && entry.line.dialects().contains(dialect)) {
				return entry.section;
			}
			if (entry.line.kind() == kind && entry.line.dialects().isEmpty()) {
				fallback = entry.section;
			}
		}
		return fallback;
	}

	static List<MappingLine> mapping(String source, String text) {
		List<MappingLine> lines = new ArrayList<>();
		Cursor cursor = nextSectionLine(source, text, 0, 1);
		while (cursor != null && !cursor.line.matches("(?s)--\\s*migrate:mapping\\b.*")) {
			cursor = nextSectionLine(source, text, cursor.after, cursor.place.line() + 1);
		}
		if (cursor == null) {
			return lines;
		}
		int number = cursor.place.line();
		for (String line : text.substring(cursor.after).split("\r\n|\r|\n")) {
			number++;
			Matcher matcher = MAPPING_LINE.matcher(line.strip());
			if (matcher.matches()) {
				lines.add(new MappingLine(matcher.group(1), matcher.group(2), matcher.group(3).strip()));
			}
			else if (!line.isBlank() && !line.strip().equals("--")) {
				throw new MigrateException(ErrorCode.INVALID_SOURCE,
						SourceLocation.of(source, number) + " is no line of a mapping section.",
						"A mapping section comes last and has lines like `-- column students.name: Student.name`.");
			}
		}
		return lines;
	}

	/** The text above the first section line. */
	static String head(String source, String text) {
		Cursor cursor = nextSectionLine(source, text, 0, 1);
		return text.substring(0, (cursor != null) ? cursor.start : text.length());
	}

	private static @Nullable Cursor firstSectionLine(String source, String text, TextLines lines) {
		Cursor cursor = cursorAt(source, text, lines, 0, 1);
		while (cursor != null && !SectionLine.isSectionLine(cursor.line)) {
			String content = cursor.line.startsWith("\uFEFF") ? cursor.line.substring(1).strip() : cursor.line.strip();
			if (!content.isEmpty() && !content.startsWith("--")) {
				throw new MigrateException(ErrorCode.INVALID_SOURCE,
						cursor.place + " stands before the first section line.",
						"Put `-- migrate:upgrade` above the statements of the upgrade.");
			}
			cursor = cursorAt(source, text, lines, cursor.after, cursor.place.line() + 1);
		}
		return cursor;
	}

	private static @Nullable Cursor nextSectionLine(String source, String text, int from, int line) {
		TextLines lines = new TextLines(text);
		Cursor cursor = cursorAt(source, text, lines, from, line);
		while (cursor != null && !SectionLine.isSectionLine(cursor.line)) {
			cursor = cursorAt(source, text, lines, cursor.after, cursor.place.line() + 1);
		}
		return cursor;
	}

	private static @Nullable Cursor cursorAt(String source, String text, TextLines lines, int start, int line) {
		if (start >= text.length()) {
			return null;
		}
		int end = lines.end(start);
		return new Cursor(start, lines.next(end), text.substring(start, end), SourceLocation.of(source, line));
	}

	private static int countLines(String text, int from, int end) {
		int lines = 0;
		for (int index = from; index < end; index++) {
			char character = text.charAt(index);
			if (character == '\n' || (character == '\r' && !text.startsWith("\n", index + 1))) {
				lines++;
			}
		}
		return lines;
	}

	private record Cursor(int start, int after, String line, SourceLocation place) {
	}

	private record Entry(SectionLine line, Section section, int end, int endLine) {
	}

}
