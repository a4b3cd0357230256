package dev.migrate.boot.cli;

import dev.migrate.script.SqlMigration;
import dev.migrate.script.MigrationScript;
import dev.migrate.revision.Revision;
import java.util.stream.Stream;
import java.time.Instant;
import java.nio.file.Files;
import java.io.IOException;
import java.security.SecureRandom;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.dialect.Dialect;
import dev.migrate.revision.RevisionId;
import dev.migrate.script.FileTemplate;
import dev.migrate.script.Header;
import dev.migrate.script.JavaDraft;
import dev.migrate.script.JavaScriptWriter;
import dev.migrate.script.MigrationFolder;
import dev.migrate.script.RevisionDraft;
import dev.migrate.script.RevisionTemplate;
import dev.migrate.script.SqlScriptWriter;
import dev.migrate.service.RandomRevisionIds;
import dev.migrate.service.RevisionPlacement;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The options of commands that write a revision.
 */
final class RevisionOptions {

	@Option(names = "--branch-label", paramLabel = "LABEL", description = "A label of the new revision.")
	List<String> branchLabels = new ArrayList<>();

	@Option(names = "--depends-on", paramLabel = "REV", description = "What must be applied before it; repeatable.")
	List<String> dependsOn = new ArrayList<>();

	@Option(names = "--splice", description = "Let it revise something that is no head.")
	boolean splice;

	@Option(names = "--rev-id", paramLabel = "ID", description = "Its id, instead of a random one.")
	@Nullable String id;

	@Option(names = "--version-path", paramLabel = "PATH", description = "A folder below that of the revisions.")
	@Nullable String versionPath;

	@Option(names = "--template", paramLabel = "NAME", description = "What stands below the header; sql by default.")
	@Nullable String template;

	@Option(names = "--directory", paramLabel = "PATH",
			description = "The folder of the revisions; with --java the source folder.")
	@Nullable String directory;

	/** Tell whether something is given that only one of several databases can have. */
	boolean nameOne() {
		return this.splice || this.id != null || this.versionPath != null || this.directory != null
				|| !this.branchLabels.isEmpty() || !this.dependsOn.isEmpty();
	}

	@Nullable RevisionId id() {
		return (this.id != null) ? RevisionId.of(this.id) : null;
	}

	RevisionPlacement placement(MigrationFolder folder) {
		return new RevisionPlacement(folder.graph(), Clock.systemUTC(), new RandomRevisionIds(new SecureRandom()));
	}

	/** Write a revision as a new file, and return it. */
	Path write(RevisionDraft draft, MigrationFolder folder, Workplace workplace, Dialect lexer) {
		Path target = workplace.target(this.directory, folder);
		Path place = target;
		if (this.versionPath != null) {
			place = target.resolve(this.versionPath).normalize();
			if (!place.startsWith(target)) {
				throw new MigrateException(ErrorCode.USAGE,
						"--version-path " + this.versionPath + " is not below " + target + ".",
						"Name a folder below it, or another one with --directory.");
			}
		}
		return new SqlScriptWriter(lexer, template(target)).write(draft, place,
				new FileTemplate(workplace.fileTemplate()));
	}

	/** Write a revision as a new class, and return its file. */
	Path write(JavaDraft draft, MigrationFolder folder, Workplace workplace, JavaScriptWriter writer) {
		if (this.versionPath != null) {
			throw new MigrateException(ErrorCode.USAGE, "--version-path is for SQL files; a class goes to its package.",
					"Set spring.migrate.java-packages, whose first package is written to.");
		}
		return writer.write(draft, workplace.java(this.directory, folder));
	}

	/** Write a revision over the file it had, and return that. */
	Path rewrite(RevisionDraft draft, String location, MigrationFolder folder, Workplace workplace, Dialect lexer) {
		Path target = workplace.target(this.directory, folder);
		return new SqlScriptWriter(lexer, template(target)).rewrite(draft, file(location, target));
	}

	private RevisionTemplate template(Path folder) {
		return (this.template != null) ? RevisionTemplate.named(this.template, folder) : RevisionTemplate.SQL;
	}

	/** Find the file of a revision below the folder that is written. */
	static Path file(String location, Path target) {
		String name = Path.of(location).getFileName().toString();
		try (Stream<Path> files = Files.walk(target)) {
			return files.filter((path) -> path.getFileName().toString().equals(name))
				.findFirst()
				.orElseThrow(() -> new MigrateException(ErrorCode.FILE_ACCESS, name + " is not below " + target + ".",
						"Name the folder of the revisions with --directory."));
		}
		catch (IOException ex) {
			throw new MigrateException(ErrorCode.FILE_ACCESS, target + " can't be read: " + ex.getMessage() + ".", null,
					ex);
		}
	}

	/** Return the header of a revision that is written again. */
	static Header amended(MigrationScript script, @Nullable String message) {
		Revision revision = script.revision();
		Instant created = (script instanceof SqlMigration sql) ? sql.header().created() : null;
		return new Header((message != null) ? message.strip() : revision.message(), revision.id(), revision.parents(),
				revision.branchLabels(), revision.dependsOn(), revision.replaces(), created);
	}

	/** Return what was written, for JSON. */
	static Map<String, Object> fields(Header header, Path file) {
		Map<String, Object> fields = new LinkedHashMap<>();
		fields.put("revision", header.revision().value());
		fields.put("revises", header.revises().stream().map(RevisionId::value).toList());
		fields.put("dependsOn", header.dependsOn());
		fields.put("branchLabels", header.branchLabels());
		fields.put("message", header.message());
		fields.put("location", file.toString());
		return fields;
	}

}
