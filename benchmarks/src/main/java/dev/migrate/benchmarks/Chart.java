package dev.migrate.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Draws the cases that people ask about first, each on a scale of its own.
 */
final class Chart {

	private static final List<String> CASES = List.of("up to date (folder) 1000", "up to date (jar) 1000",
			"Spring Boot start 1000", "apply 1000", "undo 1000", "compare 500", "db migrate 500", "db current");

	private static final int BAR = 18;

	private static final int GAP = 34;

	private static final int LABEL = 130;

	private static final int WIDTH = 560;

	private final Results results;

	Chart(Results results) {
		this.results = results;
	}

	String svg() {
		List<String> parts = new ArrayList<>();
		int y = 34;
		for (String title : CASES) {
			List<Measurement> row = this.results.of(title);
			if (row.isEmpty()) {
				continue;
			}
			y += GAP;
			parts.add("<text x=\"10\" y=\"%d\" font-weight=\"bold\">%s</text>".formatted(y, title));
			double most = row.stream().mapToDouble(Measurement::work).max().orElse(1);
			y += 4;
			for (Measurement result : row) {
				y += BAR;
				parts.add(bar(result, y, (int) Math.max(1, Math.round(result.work() / most * WIDTH))));
			}
		}
		return """
				<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" font-family="sans-serif" font-size="12" fill="#222">
				<title>Milliseconds of CPU, of the call and of the server; shorter is better</title>
				<rect width="100%%" height="100%%" fill="white"/>
				<text x="10" y="24" font-size="14">Milliseconds of CPU, of the call and of the server; shorter is better. \
				Blue: Migrate. Dark: the bound.</text>
				%s
				</svg>
				"""
			.formatted(LABEL + WIDTH + 80, y + 20, String.join("\n", parts));
	}

	private static String bar(Measurement result, int y, int width) {
		String colour = result.isOurs() ? "#2a7de1" : result.isBound() ? "#555" : "#bbb";
		return String.format(Locale.ROOT, """
				<text x="%d" y="%d" text-anchor="end">%s</text>
				<rect x="%d" y="%d" width="%d" height="%d" fill="%s"/>
				<text x="%d" y="%d">%.0f</text>""", LABEL - 6, y, result.tool(), LABEL, y - 11, width, BAR - 5, colour,
				LABEL + width + 6, y, result.work());
	}

}
