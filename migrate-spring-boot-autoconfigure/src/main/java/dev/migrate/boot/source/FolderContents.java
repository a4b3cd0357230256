package dev.migrate.boot.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.revision.RevisionId;
import dev.migrate.script.JavaPlace;
import dev.migrate.script.MigrationFolder;
import dev.migrate.script.SqlMigration;

/**
 * Compares a folder with the revisions that an application runs with: writing beside what
 * it does not see would fork the history.
 */
public final class FolderContents {

	private static final Pattern ID = Pattern.compile("@Revision\\s*\\([^)]*?\\bid\\s*=\\s*\"([^\"]+)\"");

	private FolderContents() {
	}

	/**
	 * Refuse to write into a folder that has more than the application.
	 * @param target where a revision is to be written
	 * @param known what the application has
	 * @throws MigrateException with USAGE naming the first file
	 */
	public static void refuseUnlessKnown(Path target, MigrationFolder known) {
		for (Path file : files(target, ".sql")) {
			SqlMigration migration = SqlMigration.parse(file.toString(), read(file));
			if (known.find(migration.revision().id()).isEmpty()) {
				throw unknown(file, migration.revision().id().value());
			}
		}
	}

	/**
	 * Refuse to write into a package whose sources have more than the application.
	 * @param place where a revision is to be written
	 * @param known what the application has
	 * @throws MigrateException with USAGE naming the first file
	 */
	public static void refuseUnlessKnown(JavaPlace place, MigrationFolder known) {
		for (Path file : files(place.folder(), ".java")) {
			Matcher id = ID.matcher(read(file));
			if (id.find() && RevisionId.isValid(id.group(1)) && known.find(RevisionId.of(id.group(1))).isEmpty()) {
				throw unknown(file, id.group(1));
			}
		}
	}

	private static MigrateException unknown(Path file, String id) {
		return new MigrateException(ErrorCode.USAGE,
				file + " holds revision " + id + ", which the running application does not have. Nothing was written.",
				"Build the application again, or run the command from its class folders (`./dbw`).");
	}

	private static List<Path> files(Path target, String ending) {
		if (!Files.isDirectory(target)) {
			return List.of();
		}
		try (Stream<Path> files = Files.walk(target, FileVisitOption.FOLLOW_LINKS)) {
			return files.filter((file) -> file.toString().endsWith(ending) && !hidden(target.relativize(file)))
				.filter((file) -> !Files.isDirectory(file))
				.sorted()
				.toList();
		}
		catch (IOException ex) {
			throw unreadable(target, ex);
		}
		catch (UncheckedIOException ex) {
			// A walk that is under way: a folder that may not be read, links in a circle.
			throw unreadable(target, Objects.requireNonNull(ex.getCause()));
		}
	}

	private static boolean hidden(Path relative) {
		for (Path name : relative) {
			if (name.toString().startsWith(".")) {
				return true;
			}
		}
		return false;
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw unreadable(file, ex);
		}
	}

	private static MigrateException unreadable(Path path, IOException cause) {
		return new MigrateException(ErrorCode.FILE_ACCESS, path + " can't be read: " + cause.getMessage() + ".",
				"Check that you may read it.", cause);
	}

}
