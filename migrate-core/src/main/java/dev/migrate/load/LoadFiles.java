package dev.migrate.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;

/**
 * The files that are meant by paths.
 *
 * @param csv rows of tables
 * @param sql statements, in the order in which they are run
 */
record LoadFiles(List<Path> csv, List<Path> sql) {

	private static final String HINT = "A file ends with .csv or .sql; of a folder, those directly in it are loaded.";

	static LoadFiles of(Collection<Path> paths) {
		List<Path> csv = new ArrayList<>();
		List<Path> sql = new ArrayList<>();
		for (Path path : paths) {
			List<Path> files = Files.isDirectory(path) ? within(path) : List.of(path);
			for (Path file : files) {
				if (!Files.isRegularFile(file)) {
					throw new MigrateException(ErrorCode.FILE_ACCESS, file + " does not exist. Nothing was loaded.",
							HINT);
				}
				if (hasEnding(file, ".csv")) {
					csv.add(file);
				}
				else if (hasEnding(file, ".sql")) {
					sql.add(file);
				}
				else {
					throw new MigrateException(ErrorCode.USAGE, file + " is neither CSV nor SQL. Nothing was loaded.",
							HINT);
				}
			}
		}
		return new LoadFiles(csv, sql);
	}

	private static List<Path> within(Path folder) {
		List<Path> files;
		try (Stream<Path> all = Files.list(folder)) {
			files = all.filter((file) -> hasEnding(file, ".csv") || hasEnding(file, ".sql")).sorted().toList();
		}
		catch (IOException ex) {
			throw new MigrateException(ErrorCode.FILE_ACCESS, folder + " can't be read: " + ex.getMessage() + ".",
					"Check that you may read it.", ex);
		}
		if (files.isEmpty()) {
			throw new MigrateException(ErrorCode.USAGE,
					folder + " has no file that ends with .csv or .sql. Nothing was loaded.", HINT);
		}
		return files;
	}

	private static boolean hasEnding(Path file, String ending) {
		return Objects.requireNonNull(file.getFileName()).toString().toLowerCase(Locale.ROOT).endsWith(ending);
	}

}
