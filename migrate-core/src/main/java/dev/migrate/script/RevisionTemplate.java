package dev.migrate.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import org.jspecify.annotations.Nullable;

/**
 * What stands below the header of a new revision: the two sections, or the text of a file
 * {@code .templates/NAME.template} in the folder of the revisions.
 *
 * @param name that it is asked for by
 * @param description one line, may be empty
 * @param file where it is, or null for the one that is built in
 * @param lines of its text; {@code {upgrade}} and {@code {downgrade}}, alone on their
 * lines, stand for statements, {@code {message}} and {@code {revision}} for what the
 * header says
 */
public record RevisionTemplate(String name, String description, @Nullable Path file, List<String> lines) {

	/** What is written when nobody asks for another. */
	public static final RevisionTemplate SQL = new RevisionTemplate("sql", "An upgrade and a downgrade in SQL", null,
			List.of("-- migrate:upgrade", "{upgrade}", "", "-- migrate:downgrade", "{downgrade}"));

	private static final Set<String> RESERVED = Set.of("sql", "java");

	private static final String ENDING = ".template";

	private static final String DESCRIPTION = "-- template:";

	public RevisionTemplate {
		lines = List.copyOf(lines);
	}

	/**
	 * Return the templates of a folder.
	 * @param folder of the revisions
	 * @return by name, the one that is built in first
	 * @throws MigrateException with FILE_ACCESS if they can't be read, INVALID_SOURCE if
	 * one has a name that is taken
	 */
	public static List<RevisionTemplate> in(Path folder) {
		List<RevisionTemplate> templates = new ArrayList<>(List.of(SQL));
		Path templateFolder = folder.resolve(".templates");
		if (!Files.isDirectory(templateFolder)) {
			return templates;
		}
		try (Stream<Path> files = Files.list(templateFolder)) {
			files.filter((file) -> fileName(file).endsWith(ENDING))
				.sorted()
				.map(RevisionTemplate::read)
				.forEach(templates::add);
			return templates;
		}
		catch (IOException ex) {
			throw new MigrateException(ErrorCode.FILE_ACCESS,
					templateFolder + " can't be read: " + ex.getMessage() + ".", "Check that you may read it.", ex);
		}
	}

	private static RevisionTemplate read(Path file) {
		String name = fileName(file).substring(0, fileName(file).length() - ENDING.length());
		if (RESERVED.contains(name)) {
			throw new MigrateException(ErrorCode.INVALID_SOURCE,
					"The template " + file + " has the name of one that is built in.", "Rename the file.");
		}
		try {
			List<String> lines = Files.readAllLines(file);
			boolean described = !lines.isEmpty() && lines.get(0).startsWith(DESCRIPTION);
			return new RevisionTemplate(name, described ? lines.get(0).substring(DESCRIPTION.length()).strip() : "",
					file, described ? lines.subList(1, lines.size()) : lines);
		}
		catch (IOException ex) {
			throw new MigrateException(ErrorCode.FILE_ACCESS, file + " can't be read: " + ex.getMessage() + ".",
					"It is a text in UTF-8.", ex);
		}
	}

	private static String fileName(Path file) {
		return Objects.requireNonNull(file.getFileName()).toString();
	}

	/**
	 * Find a template.
	 * @param name of the template
	 * @param folder of the revisions
	 * @return the template
	 * @throws MigrateException with USAGE if there is none of that name
	 */
	public static RevisionTemplate named(String name, Path folder) {
		List<RevisionTemplate> all = in(folder);
		return all.stream()
			.filter((template) -> template.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new MigrateException(ErrorCode.USAGE, "There is no template '" + name + "'.",
					"There " + ((all.size() == 1) ? "is only " : "are ")
							+ String.join(", ", all.stream().map(RevisionTemplate::name).toList())
							+ "; more are made as " + folder.resolve(".templates") + "/NAME.template."));
	}

	/** Write the sections of a draft. */
	String text(RevisionDraft draft, BiFunction<SectionLine.Kind, RevisionDraft.Body, String> sectionLine) {
		StringBuilder text = new StringBuilder();
		for (String line : lines()) {
			switch (line.strip()) {
				case "-- migrate:upgrade" ->
					text.append(sectionLine.apply(SectionLine.Kind.UPGRADE, draft.upgrade())).append('\n');
				case "-- migrate:downgrade" ->
					text.append(sectionLine.apply(SectionLine.Kind.DOWNGRADE, draft.downgrade())).append('\n');
				case "{upgrade}" -> statements(text, draft.upgrade());
				case "{downgrade}" -> statements(text, draft.downgrade());
				default -> text.append(line.replace("{message}", draft.header().message())
					.replace("{revision}", draft.header().revision().value())).append('\n');
			}
		}
		return text.toString();
	}

	private static void statements(StringBuilder text, RevisionDraft.Body body) {
		body.statements().forEach((statement) -> text.append(statement).append(";\n"));
	}

}
