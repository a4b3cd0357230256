package dev.migrate.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The numbers as they are kept beside the page, to be compared with by the next run.
 */
final class Results {

	private static final String HEAD = "row,tool,work_ms,wall_ms,memory_mib,round_trips,received_kib";

	private Results() {
	}

	static void write(Path file, List<Measurement> results) throws IOException {
		List<String> lines = new ArrayList<>(List.of(HEAD));
		results.forEach((result) -> lines.add(String.format(Locale.ROOT, "%s,%s,%.1f,%.1f,%.0f,%d,%.1f", result.row(),
				result.tool(), result.work(), result.wall(), result.memory(), result.roundTrips(), result.received())));
		Files.write(file, lines);
	}

	static List<Measurement> read(Path file) throws IOException {
		if (!Files.exists(file)) {
			return List.of();
		}
		return Files.readAllLines(file).stream().skip(1).map((line) -> {
			String[] cells = line.split(",");
			return new Measurement(cells[0], cells[1], Double.parseDouble(cells[2]), Double.parseDouble(cells[3]),
					Double.parseDouble(cells[4]), Long.parseLong(cells[5]), Double.parseDouble(cells[6]));
		}).toList();
	}

	/**
	 * Say which of our rows are not what they were.
	 * @param before as committed
	 * @param now as measured
	 * @return one line for each that changed by more than a quarter, as a ratio to plain
	 * JDBC, or in its round trips
	 */
	static List<String> changes(List<Measurement> before, List<Measurement> now) {
		Map<String, Measurement> known = new LinkedHashMap<>();
		before.forEach((result) -> known.put(result.row() + " " + result.tool(), result));
		List<String> changes = new ArrayList<>();
		for (Measurement result : now) {
			Measurement old = known.get(result.row() + " " + result.tool());
			if (old == null || !result.tool().startsWith("migrate")) {
				continue;
			}
			double ratio = (result.work() / raw(result.row(), now)) / (old.work() / raw(result.row(), before));
			if (ratio > 1.25 || ratio < 0.8) {
				changes.add(String.format(Locale.ROOT, "%s, %s: %.2f times the work of the committed table",
						result.row(), result.tool(), ratio));
			}
			if (result.roundTrips() != old.roundTrips()) {
				changes.add(String.format(Locale.ROOT, "%s, %s: %d round trips, were %d", result.row(), result.tool(),
						result.roundTrips(), old.roundTrips()));
			}
		}
		return changes;
	}

	static double raw(String row, List<Measurement> results) {
		return results.stream()
			.filter((result) -> result.row().equals(row) && result.tool().equals("raw"))
			.mapToDouble(Measurement::work)
			.findFirst()
			.orElse(1);
	}

}
