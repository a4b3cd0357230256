package dev.migrate.diff;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.migrate.schema.QualifiedName;

/**
 * Names that are compared, as patterns: {@code schema.table}, with {@code *} for any
 * letters. Without a schema the current one is meant. Letter case is of no account.
 *
 * @param include what is compared; empty for everything
 * @param exclude what of that is left alone
 */
public record NamePatterns(List<String> include, List<String> exclude) {

	/**
	 * Everything.
	 */
	public static final NamePatterns ALL = new NamePatterns(List.of(), List.of());

	/**
	 * Create patterns.
	 * @throws IllegalArgumentException if one has no name or more than one dot
	 */
	public NamePatterns {
		include = include.stream().map(String::strip).toList();
		exclude = exclude.stream().map(String::strip).toList();
		include.forEach(NamePatterns::demandPattern);
		exclude.forEach(NamePatterns::demandPattern);
	}

	private static void demandPattern(String pattern) {
		if (!pattern.matches("([^.]+\\.)?[^.]+")) {
			throw new IllegalArgumentException("'" + pattern + "' is no pattern of names");
		}
	}

	/**
	 * Return whether something of this name is asked for.
	 * @param name as the catalogue stores it
	 * @param currentSchema that patterns without a schema mean
	 * @return whether it is; the exclusions are another matter
	 */
	boolean includes(QualifiedName name, String currentSchema) {
		return this.include.isEmpty() || this.include.stream().anyMatch((one) -> matches(one, name, currentSchema));
	}

	boolean excludes(QualifiedName name, String currentSchema) {
		return this.exclude.stream().anyMatch((one) -> matches(one, name, currentSchema));
	}

	/**
	 * Return whether something of a schema may be compared.
	 * @param schema its name
	 * @param currentSchema that patterns without a schema mean
	 * @return false if nothing of it is, whatever its name
	 */
	boolean reaches(String schema, String currentSchema) {
		return (this.include.isEmpty()
				|| this.include.stream().anyMatch((one) -> like(schemaOf(one, currentSchema), schema)))
				&& this.exclude.stream()
					.noneMatch((one) -> nameOf(one).equals("*") && like(schemaOf(one, currentSchema), schema));
	}

	boolean isEmpty() {
		return this.include.isEmpty() && this.exclude.isEmpty();
	}

	private static boolean matches(String pattern, QualifiedName name, String currentSchema) {
		return like(schemaOf(pattern, currentSchema), name.schema()) && like(nameOf(pattern), name.name());
	}

	private static String schemaOf(String pattern, String currentSchema) {
		int dot = pattern.indexOf('.');
		return (dot < 0) ? currentSchema : pattern.substring(0, dot);
	}

	private static String nameOf(String pattern) {
		return pattern.substring(pattern.indexOf('.') + 1);
	}

	private static boolean like(String pattern, String text) {
		String regex = Pattern.compile("\\*")
			.splitAsStream(pattern + " ")
			.map((part) -> part.isEmpty() ? "" : Pattern.quote(part))
			.collect(Collectors.joining(".*"));
		return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL)
			.matcher(text + " ")
			.matches();
	}

}
