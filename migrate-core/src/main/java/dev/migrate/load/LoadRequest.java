package dev.migrate.load;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What is to be loaded.
 *
 * @param paths folders and files
 * @param sequences which column gets its values from which sequence, where the database
 * does not know: {@code schema.table.column} or {@code table.column} by the sequence's
 * name, written likewise
 * @param progress is told how far it has come
 */
public record LoadRequest(List<Path> paths, Map<String, String> sequences, LoadProgress progress) {

	public LoadRequest {
		paths = List.copyOf(paths);
		sequences = Map.copyOf(sequences);
	}

	/**
	 * Ask for files to be loaded.
	 * @param paths folders and files
	 * @param progress is told how far it has come
	 * @return a request without sequences
	 */
	public static LoadRequest of(List<Path> paths, LoadProgress progress) {
		return new LoadRequest(paths, Map.of(), progress);
	}

	/**
	 * Say where columns get their values from.
	 * @param known the column by the sequence
	 * @return the same request with them
	 */
	public LoadRequest with(Map<String, String> known) {
		return new LoadRequest(this.paths, known, this.progress);
	}

}
