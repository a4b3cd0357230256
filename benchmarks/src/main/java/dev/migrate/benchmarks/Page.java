package dev.migrate.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes the numbers down for people.
 */
final class Page {

	private static final int BAR = 18;

	private static final int LABEL = 130;

	private static final int WIDTH = 560;

	private final List<Measurement> results;

	Page(List<Measurement> results) {
		this.results = results;
	}

	private List<String> rows() {
		return this.results.stream().map(Measurement::row).distinct().toList();
	}

	private List<Measurement> of(String row) {
		return this.results.stream().filter((result) -> result.row().equals(row)).toList();
	}

	/**
	 * Return the tables, one for each row of work.
	 */
	String tables() {
		StringBuilder text = new StringBuilder();
		for (String row : rows()) {
			text.append("\n### ").append(row).append("\n\n");
			text.append("| tool | work, ms | of plain JDBC | wall, ms | round trips | received, KiB | memory, MiB |\n");
			text.append("|---|---:|---:|---:|---:|---:|---:|\n");
			for (Measurement result : of(row)) {
				text.append(String.format(Locale.ROOT, "| %s | %.0f | %.2f | %.0f | %s | %s | %.0f |%n", result.tool(),
						result.work(), result.work() / Results.raw(row, this.results), result.wall(),
						(result.roundTrips() >= 0) ? Long.toString(result.roundTrips()) : "",
						(result.roundTrips() >= 0) ? String.format(Locale.ROOT, "%.1f", result.received()) : "",
						result.memory()));
			}
		}
		return text.toString();
	}

	/**
	 * Return a chart of the work, each row on a scale of its own.
	 */
	String chart() {
		List<String> parts = new ArrayList<>();
		int y = 10;
		for (String row : rows()) {
			y += 22;
			parts.add("<text x=\"10\" y=\"%d\" font-weight=\"bold\">%s</text>".formatted(y, row));
			double most = of(row).stream().mapToDouble(Measurement::work).max().orElse(1);
			for (Measurement result : of(row)) {
				y += BAR;
				int width = (int) Math.max(1, Math.round(result.work() / most * WIDTH));
				String colour = result.tool().startsWith("migrate") ? "#2a7de1"
						: result.tool().startsWith("raw") ? "#888" : "#c9c9c9";
				parts.add(
						"<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>".formatted(LABEL - 6, y, result.tool()));
				parts.add("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>".formatted(LABEL, y - 11,
						width, BAR - 5, colour));
				parts.add(String.format(Locale.ROOT, "<text x=\"%d\" y=\"%d\">%.0f</text>", LABEL + width + 6, y,
						result.work()));
			}
		}
		return """
				<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" font-family="sans-serif" font-size="12">
				<title>Milliseconds of CPU, of the call and of the server</title>
				<rect width="100%%" height="100%%" fill="white"/>
				%s
				</svg>
				""".formatted(LABEL + WIDTH + 80, y + 20, String.join("\n", parts));
	}

}
