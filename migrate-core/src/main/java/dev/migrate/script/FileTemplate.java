package dev.migrate.script;

import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;

/**
 * How revision files are named: {@code {date}}, {@code {time}}, {@code {rev}} and
 * {@code {slug}} stand for parts of the header; a slash makes a folder.
 *
 * @param text the template, without the file's ending
 */
public record FileTemplate(String text) {

	/** The template that applies when nothing is configured. */
	public static final FileTemplate DEFAULT = new FileTemplate("{date}_{time}_{rev}_{slug}");

	private static final Pattern PART = Pattern.compile("\\{([^}]*)}");

	private static final int LONGEST_SLUG = 40;

	private static final DateTimeFormatter DATE = format("uuuuMMdd");

	private static final DateTimeFormatter TIME = format("HHmm");

	private static DateTimeFormatter format(String pattern) {
		return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
	}

	/**
	 * Name a file.
	 * @param header of the revision, with its time
	 * @return a path below the folder of revisions, with {@code /} and {@code .sql}
	 * @throws MigrateException with USAGE if the template has an unknown part
	 */
	public String name(Header header) {
		Instant created = (header.created() != null) ? header.created() : Instant.EPOCH;
		Matcher matcher = PART.matcher(this.text);
		StringBuilder name = new StringBuilder();
		while (matcher.find()) {
			String part = switch (matcher.group(1)) {
				case "date" -> DATE.format(created);
				case "time" -> TIME.format(created);
				case "rev" -> header.revision().value();
				case "slug" -> slug(header.message());
				default -> throw new MigrateException(ErrorCode.USAGE,
						"The file template '" + this.text + "' has the unknown part " + matcher.group() + ".",
						"spring.migrate.file-template knows {date}, {time}, {rev} and {slug}.");
			};
			matcher.appendReplacement(name, Matcher.quoteReplacement(part));
		}
		matcher.appendTail(name);
		// A message without a letter leaves no slug, and no dangling separator either.
		return name.toString().replaceAll("[_-]+(?=/|$)", "") + ".sql";
	}

	static String slug(String message) {
		String plain = Normalizer.normalize(message, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
		String slug = plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
		if (slug.length() <= LONGEST_SLUG) {
			return slug;
		}
		int end = slug.lastIndexOf('_', LONGEST_SLUG);
		return slug.substring(0, (end > 0) ? end : LONGEST_SLUG);
	}

}
