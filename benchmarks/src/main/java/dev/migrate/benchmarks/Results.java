package dev.migrate.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The numbers as they are kept beside the page, to be compared with by the next run.
 *
 * @param all what was measured, row by row
 * @param later titles of rows that were measured again after the run that measured all
 */
record Results(List<Measurement> all, List<String> later) {

	private static final String HEAD = "row,size,tool,runs,call_ms,server_ms,wall_ms,memory_mib,"
			+ "connections,statements,round_trips,received_kib";

	private static final String LATER = "# later: ";

	/** A change that is smaller than this many milliseconds is none. */
	private static final double NOISE = 15;

	Results {
		all = List.copyOf(all);
		later = List.copyOf(later);
	}

	static Results read(Path file) throws IOException {
		List<Measurement> all = new ArrayList<>();
		List<String> later = new ArrayList<>();
		for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
			if (line.startsWith(LATER)) {
				later.addAll(List.of(line.substring(LATER.length()).split("; ")));
			}
			else if (!line.equals(HEAD)) {
				all.add(parse(List.of(line.split(",", -1))));
			}
		}
		return new Results(all, later);
	}

	private static Measurement parse(List<String> cells) {
		Counts counts = cells.get(8).isEmpty() ? null : new Counts(Long.parseLong(cells.get(8)),
				Long.parseLong(cells.get(9)), Long.parseLong(cells.get(10)), Double.parseDouble(cells.get(11)));
		return new Measurement(cells.get(0), Integer.parseInt(cells.get(1)), cells.get(2),
				Integer.parseInt(cells.get(3)), Double.parseDouble(cells.get(4)), Double.parseDouble(cells.get(5)),
				Double.parseDouble(cells.get(6)), Double.parseDouble(cells.get(7)), counts);
	}

	void write(Path file) throws IOException {
		List<String> lines = new ArrayList<>();
		if (!this.later.isEmpty()) {
			lines.add(LATER + String.join("; ", this.later));
		}
		lines.add(HEAD);
		this.all.forEach((result) -> lines.add(String.format(Locale.ROOT, "%s,%d,%s,%d,%.1f,%.1f,%.1f,%.0f,%s",
				result.row(), result.size(), result.tool(), result.runs(), result.call(), result.server(),
				result.wall(), result.memory(), counts(result.counts()))));
		Files.writeString(file, String.join("\n", lines) + "\n");
	}

	private static String counts(@Nullable Counts counts) {
		return (counts != null) ? String.format(Locale.ROOT, "%d,%d,%d,%.1f", counts.connections(), counts.statements(),
				counts.roundTrips(), counts.received()) : ",,,";
	}

	/**
	 * Return these results with some measured again.
	 */
	Results with(List<Measurement> newer) {
		Map<String, Measurement> merged = new LinkedHashMap<>();
		this.all.forEach((result) -> merged.put(key(result), result));
		newer.forEach((result) -> merged.put(key(result), result));
		Set<String> titles = new LinkedHashSet<>(this.later);
		newer.forEach((result) -> titles.add(result.title()));
		return new Results(List.copyOf(merged.values()), List.copyOf(titles));
	}

	private static String key(Measurement result) {
		return result.title() + "/" + result.tool();
	}

	List<String> titles() {
		return this.all.stream().map(Measurement::title).distinct().toList();
	}

	List<Measurement> of(String title) {
		return this.all.stream().filter((result) -> result.title().equals(title)).toList();
	}

	/**
	 * Return what the others of a row are measured against, or null if there is nothing.
	 */
	@Nullable Measurement bound(String title, String tool) {
		String pair = tool.endsWith("-all") ? "raw-one" : "raw";
		List<Measurement> bounds = of(title).stream().filter(Measurement::isBound).toList();
		return bounds.stream()
			.filter((result) -> result.tool().equals(pair))
			.findFirst()
			.orElse(bounds.isEmpty() ? null : bounds.get(0));
	}

	/**
	 * Say which of our rows are not what they are here.
	 * @param now as measured
	 * @return one line for each that changed by more than a quarter, as a ratio to the
	 * bound, or in its round trips
	 */
	List<String> changes(List<Measurement> now) {
		Map<String, Measurement> known = new LinkedHashMap<>();
		this.all.forEach((result) -> known.put(key(result), result));
		Results newer = new Results(now, List.of());
		List<String> changes = new ArrayList<>();
		for (Measurement result : now) {
			Measurement old = known.get(key(result));
			if (old == null || !result.isOurs()) {
				continue;
			}
			double ratio = (result.cost() / cost(newer.bound(result.title(), result.tool())))
					/ (old.cost() / cost(bound(result.title(), result.tool())));
			if ((ratio > 1.25 || ratio < 0.8) && Math.abs(result.cost() - old.cost()) > NOISE) {
				changes.add(String.format(Locale.ROOT, "%s, %s: %.2f times the %s of the committed table",
						result.title(), result.tool(), ratio, result.isFar() ? "wall time" : "work"));
			}
			Counts counts = result.counts();
			Counts before = old.counts();
			if (counts != null && before != null && differ(counts.roundTrips(), before.roundTrips())) {
				changes.add(String.format(Locale.ROOT, "%s, %s: %d round trips, were %d", result.title(), result.tool(),
						counts.roundTrips(), before.roundTrips()));
			}
		}
		return changes;
	}

	// A long answer comes in pieces, and a burst in between makes one more or less.
	private static boolean differ(long now, long before) {
		return Math.abs(now - before) * 5 > before;
	}

	// Of a bound that takes next to nothing a tick more or less would be a multiple.
	private static double cost(@Nullable Measurement bound) {
		return (bound != null) ? Math.max(NOISE, bound.cost()) : 1;
	}

}
