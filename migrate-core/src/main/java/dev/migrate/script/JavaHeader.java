package dev.migrate.script;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.migration.Mapping;
import dev.migrate.migration.Revision;
import dev.migrate.revision.RevisionId;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;

/**
 * What the annotations of a Java revision say.
 *
 * @param source the class, for messages
 * @param header as a file would have it
 * @param mapping as a file would have it
 * @param database the one that it is for, or empty if it names none
 * @param allowed what lint is to let pass, rule and reason each
 */
public record JavaHeader(String source, Header header, List<MappingLine> mapping, String database,
		List<String> allowed) {

	private static final Pattern MAPPING_LINE = Pattern.compile("(\\S+)\\s+(.+?):\\s+(.+)");

	public JavaHeader {
		mapping = List.copyOf(mapping);
		allowed = List.copyOf(allowed);
	}

	/**
	 * Read annotations, of a class that may not be loaded.
	 * @param source the class
	 * @param annotations of the class, or of the method that makes the object
	 * @return what they say, or null if there is no {@link Revision} among them
	 * @throws MigrateException with INVALID_SOURCE, naming the class
	 */
	public static @Nullable JavaHeader read(String source, MergedAnnotations annotations) {
		MergedAnnotation<Revision> revision = annotations.get(Revision.class);
		if (!revision.isPresent()) {
			return null;
		}
		List<MappingLine> mapping = new ArrayList<>();
		MergedAnnotation<Mapping> lines = annotations.get(Mapping.class);
		if (lines.isPresent()) {
			for (String line : lines.getStringArray("value")) {
				mapping.add(mappingLine(source, line));
			}
		}
		return new JavaHeader(source, header(source, revision), mapping, revision.getString("database"),
				List.of(revision.getStringArray("allow")));
	}

	private static Header header(String source, MergedAnnotation<Revision> revision) {
		List<String> revises = words(revision, "revises");
		if (revises.isEmpty()) {
			throw new MigrateException(ErrorCode.INVALID_SOURCE, source + " does not say what it revises.",
					"Name its parent in @Revision(revises = …), or \"base\" for the first revision.");
		}
		List<RevisionId> parents = revises.equals(List.of("base")) ? List.of() : ids(source, revises);
		return new Header(revision.getString("message").strip(), HeaderParser.id(revision.getString("id"), source),
				parents, words(revision, "branchLabels"), words(revision, "dependsOn"),
				ids(source, words(revision, "replaces")), created(source, revision.getString("created")));
	}

	private static List<String> words(MergedAnnotation<Revision> revision, String attribute) {
		List<String> words = new ArrayList<>();
		for (String value : revision.getStringArray(attribute)) {
			for (String word : value.split(",")) {
				if (!word.isBlank()) {
					words.add(word.strip());
				}
			}
		}
		return words;
	}

	private static List<RevisionId> ids(String source, List<String> words) {
		return words.stream().map((word) -> HeaderParser.id(word, source)).toList();
	}

	private static @Nullable Instant created(String source, String text) {
		try {
			return text.isEmpty() ? null : Instant.parse(text);
		}
		catch (DateTimeParseException ex) {
			throw new MigrateException(ErrorCode.INVALID_SOURCE, source + " has the time '" + text + "' in 'created'.",
					"Write it in UTC like 2026-11-20T10:04:00Z, or leave it out.", ex);
		}
	}

	private static MappingLine mappingLine(String source, String line) {
		Matcher matcher = MAPPING_LINE.matcher(line.strip());
		if (!matcher.matches()) {
			throw new MigrateException(ErrorCode.INVALID_SOURCE, source + " has the mapping '" + line + "'.",
					"Write it like \"column students.name: Student.name\".");
		}
		return new MappingLine(matcher.group(1), matcher.group(2), matcher.group(3).strip());
	}

}
