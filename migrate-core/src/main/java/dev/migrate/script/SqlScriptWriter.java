package dev.migrate.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.migrate.dialect.Dialect;
import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.revision.RevisionId;
import dev.migrate.sql.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Writes revision files. A file is there whole or not at all, and never before it was
 * read back and found to say what was meant.
 */
public final class SqlScriptWriter {

	private static final Pattern REVISES = Pattern.compile("(?m)^(--[ \\t]*revises:[ \\t]*)[^\\r\\n]*");

	private final Dialect dialect;

	private final RevisionTemplate template;

	/**
	 * Create a writer.
	 * @param dialect whose lexer reads the text back
	 */
	public SqlScriptWriter(Dialect dialect) {
		this(dialect, RevisionTemplate.SQL);
	}

	/**
	 * Create a writer.
	 * @param dialect whose lexer reads the text back
	 * @param template what stands below the header
	 */
	public SqlScriptWriter(Dialect dialect, RevisionTemplate template) {
		this.dialect = dialect;
		this.template = template;
	}

	/**
	 * Write a draft as text.
	 * @param draft the revision
	 * @return the text of its file
	 * @throws MigrateException with USAGE if the text would not be read as what is meant
	 */
	public String text(RevisionDraft draft) {
		StringBuilder text = new StringBuilder();
		Header header = draft.header();
		text.append("-- ").append(header.message()).append("\n--\n");
		key(text, "revision", header.revision().value());
		key(text, "revises", header.revises().isEmpty() ? "base" : ids(header.revises()));
		key(text, "branch-labels", String.join(", ", header.branchLabels()));
		key(text, "depends-on", String.join(", ", header.dependsOn()));
		key(text, "replaces", ids(header.replaces()));
		key(text, "created", (header.created() != null) ? header.created().toString() : "");
		if (draft.variants().size() > 1) {
			sections(text, SectionLine.Kind.UPGRADE, draft.variants(), RevisionDraft.Variant::upgrade);
			sections(text, SectionLine.Kind.DOWNGRADE, draft.variants(), RevisionDraft.Variant::downgrade);
		}
		else {
			text.append('\n').append(this.template.text(draft, SqlScriptWriter::sectionLine));
		}
		if (!draft.mapping().isEmpty()) {
			text.append("\n-- migrate:mapping\n");
			draft.mapping().forEach((line) -> text.append(line).append('\n'));
		}
		verify(draft, text.toString());
		return text.toString();
	}

	private static void key(StringBuilder text, String key, String value) {
		if (!value.isEmpty()) {
			text.append("-- ").append(key).append(": ").append(value).append('\n');
		}
	}

	private static String ids(List<RevisionId> ids) {
		return ids.stream().map(RevisionId::value).collect(Collectors.joining(", "));
	}

	// What is the same everywhere is written once.
	private static void sections(StringBuilder text, SectionLine.Kind kind, List<RevisionDraft.Variant> variants,
			Function<RevisionDraft.Variant, RevisionDraft.Body> body) {
		boolean same = variants.stream().map(body).distinct().count() == 1;
		for (RevisionDraft.Variant variant : same ? variants.subList(0, 1) : variants) {
			text.append('\n')
				.append(sectionLine(kind, same ? null : variant.dialect(), body.apply(variant)))
				.append('\n');
			body.apply(variant).statements().forEach((statement) -> text.append(statement).append(";\n"));
		}
	}

	private static String sectionLine(SectionLine.Kind kind, RevisionDraft.Body body) {
		return sectionLine(kind, null, body);
	}

	private static String sectionLine(SectionLine.Kind kind, @Nullable Dialect dialect, RevisionDraft.Body body) {
		return "-- migrate:" + kind.word() + ((dialect != null) ? " " + dialect.name() : "")
				+ ((body.irreversible() != null) ? " irreversible \"" + body.irreversible() + "\"" : "")
				+ (body.transactional() ? "" : " transaction=false");
	}

	private void verify(RevisionDraft draft, String text) {
		boolean same;
		try {
			SqlMigration read = SqlMigration.parse("the new revision", text);
			// What is filled in by a person may be begun by a template.
			boolean empty = draft.upgrade().statements().isEmpty() && draft.downgrade().statements().isEmpty();
			same = read.header().equals(draft.header()) && read.mapping().equals(draft.mapping())
					&& ((empty && this.template.file() != null)
							|| draft.variants().stream().allMatch((variant) -> says(read, variant)));
		}
		catch (MigrateException ex) {
			throw unreadable(draft, ex);
		}
		if (!same) {
			throw unreadable(draft, null);
		}
	}

	private MigrateException unreadable(RevisionDraft draft, @Nullable MigrateException cause) {
		if (this.template.file() != null) {
			return new MigrateException(ErrorCode.INVALID_SOURCE,
					"The template " + this.template.file()
							+ ((cause != null) ? " makes no revision: " + cause.getMessage()
									: " changes what the new revision does.")
							+ " Nothing was written.",
					"It has the lines `-- migrate:upgrade`, {upgrade}, `-- migrate:downgrade` and {downgrade}; to what was"
							+ " generated it adds comments only.",
					cause);
		}
		return new MigrateException(ErrorCode.USAGE,
				"The new revision \"" + draft.header().message() + "\" would not be read back as what it says"
						+ ((cause != null) ? ": " + cause.getMessage() : ".") + " Nothing was written.",
				"The message is one line, and does not look like a line of the header (`word: …`).", cause);
	}

	private boolean says(SqlMigration read, RevisionDraft.Variant variant) {
		Dialect lexer = (variant.dialect() != null) ? variant.dialect() : this.dialect;
		return says(read.upgrade(lexer), variant.upgrade()) && says(read.downgrade(lexer), variant.downgrade());
	}

	private static boolean says(Section section, RevisionDraft.Body body) {
		boolean sameReason = (body.irreversible() != null) ? body.irreversible().equals(section.irreversible())
				: section.irreversible() == null;
		return sameReason && section.transactional() == body.transactional()
				&& section.statements().stream().map(SqlStatement::text).toList().equals(body.statements());
	}

	/**
	 * Write a draft as a new file.
	 * @param draft the revision
	 * @param folder of the revisions; made if it is missing
	 * @param template how to name the file
	 * @return the file
	 * @throws MigrateException with FILE_ACCESS if it can't be written, or exists
	 */
	public Path write(RevisionDraft draft, Path folder, FileTemplate template) {
		String text = text(draft);
		Path root = folder.toAbsolutePath().normalize();
		Path file = root.resolve(template.name(draft.header())).normalize();
		if (!file.startsWith(root)) {
			throw new MigrateException(ErrorCode.USAGE,
					"The file template '" + template.text() + "' leads out of " + root + ".",
					"Set spring.migrate.file-template to a name below the folder.");
		}
		Path parent = (file.getParent() != null) ? file.getParent() : root;
		try {
			Files.createDirectories(parent);
			if (Files.exists(file)) {
				throw new MigrateException(ErrorCode.FILE_ACCESS, file + " exists already.",
						"Put {rev} into spring.migrate.file-template, so that names differ.");
			}
			WholeFile.write(file, text);
			return file;
		}
		catch (IOException ex) {
			throw new MigrateException(ErrorCode.FILE_ACCESS, file + " can't be written: " + ex.getMessage() + ".",
					"Check that the folder exists and that you may write there.", ex);
		}
	}

	/**
	 * Write a draft over the file of the revision that it is.
	 * @param draft the revision
	 * @param file that holds it
	 * @return the file
	 * @throws MigrateException with FILE_ACCESS if it can't be written; the old file is
	 * whole then
	 */
	public Path rewrite(RevisionDraft draft, Path file) {
		String text = text(draft);
		try {
			WholeFile.write(file, text);
			return file;
		}
		catch (IOException ex) {
			throw unwritable(file, ex);
		}
	}

	/**
	 * Add lines to the mapping section of a revision. Nothing else of the file changes.
	 * @param file that holds the revision
	 * @param lines what to add
	 * @throws MigrateException with FILE_ACCESS if the file can't be written; it is whole
	 * then
	 */
	public void addMapping(Path file, List<MappingLine> lines) {
		change(file, (before) -> {
			String end = before.text().contains("\r\n") ? "\r\n" : "\n";
			StringBuilder added = new StringBuilder(before.text().stripTrailing()).append(end);
			if (before.mapping().isEmpty()) {
				added.append(end).append("-- migrate:mapping").append(end);
			}
			lines.forEach((line) -> added.append(line).append(end));
			return added.toString();
		}, (before, after) -> after.mapping().containsAll(lines) && after.header().equals(before.header()),
				() -> new MigrateException(ErrorCode.INVALID_SOURCE,
						"The mapping section can't be added to " + file + " without changing what it says.",
						"Add the lines by hand, at the end of the file."));
	}

	/**
	 * Let a revision revise others. Nothing else of the file changes.
	 * @param file that holds the revision
	 * @param parents what it revises; empty for {@code base}
	 * @throws MigrateException with FILE_ACCESS if the file can't be written; it is whole
	 * then
	 */
	public void revise(Path file, List<RevisionId> parents) {
		String revises = parents.isEmpty() ? "base" : ids(parents);
		change(file, (before) -> REVISES.matcher(before.text()).replaceFirst("$1" + revises),
				(before, after) -> after.header().revises().equals(parents),
				() -> new MigrateException(ErrorCode.INVALID_SOURCE,
						"The header of " + file + " can't be changed without changing what it says.",
						"Write the line `revises` by hand: " + revises + "."));
	}

	private void change(Path file, Function<SqlMigration, String> change,
			BiPredicate<SqlMigration, SqlMigration> isMeant, Supplier<MigrateException> refusal) {
		try {
			SqlMigration before = SqlMigration.parse(file.toString(), Files.readString(file));
			SqlMigration after = SqlMigration.parse(file.toString(), change.apply(before));
			if (!after.checksum(this.dialect).equals(before.checksum(this.dialect)) || !isMeant.test(before, after)) {
				throw refusal.get();
			}
			WholeFile.write(file, after.text());
		}
		catch (IOException ex) {
			throw unwritable(file, ex);
		}
	}

	private static MigrateException unwritable(Path file, IOException cause) {
		return new MigrateException(ErrorCode.FILE_ACCESS, file + " can't be written: " + cause.getMessage() + ".",
				"Check that you may write there.", cause);
	}

}
