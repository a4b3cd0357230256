package dev.migrate.benchmarks;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * Writes the numbers down for people.
 */
final class Page {

	/** What is below this line is written by a run. */
	static final String MARK = "<!-- measured -->";

	private final Results results;

	private final Machine machine;

	Page(Results results, Machine machine) {
		this.results = results;
		this.machine = machine;
	}

	String text() {
		StringBuilder text = new StringBuilder(MARK).append("\n\n").append(this.machine.text()).append("\n");
		if (!this.results.later().isEmpty()) {
			text.append("\nMeasured again later than the rest, perhaps on a busier machine: ")
				.append(String.join("; ", this.results.later()))
				.append(".\n");
		}
		text.append("\n## At a glance\n\n");
		text.append("| case | ours, ms | of the bound | best in Java | ours of it | Alembic | ours of it "
				+ "| round trips | memory, MiB |\n|---|---:|---:|---|---:|---:|---:|---:|---:|\n");
		this.results.all().stream().filter(Measurement::isOurs).forEach((ours) -> text.append(glance(ours)));
		text.append("\n## Growth\n\n| case | tool | sizes | ms for 1,000 more | exponent |\n|---|---|---|---:|---|\n");
		List<Growth> grown = Growth.of(this.results.all());
		grown.forEach((growth) -> text.append(line(growth, grown)));
		text.append("\n## Everything\n");
		this.results.titles().forEach((title) -> text.append(table(title)));
		return text.toString();
	}

	private String glance(Measurement ours) {
		Measurement bound = this.results.bound(ours.title(), ours.tool());
		Optional<Measurement> java = best(ours.title(),
				(result) -> !result.isOurs() && !result.isBound() && !result.tool().equals("alembic"));
		Optional<Measurement> alembic = best(ours.title(), (result) -> result.tool().equals("alembic"));
		Counts counts = ours.counts();
		return "| " + String.join(" | ", ours.title() + suffix(ours.tool()) + (ours.isFar() ? ", wall" : ""),
				millis(ours.cost()), (bound != null) ? ratio(ours, bound) : "",
				java.map((peer) -> peer.tool() + " " + millis(peer.cost())).orElse(""),
				java.map((peer) -> ratio(ours, peer)).orElse(""), alembic.map((peer) -> millis(peer.cost())).orElse(""),
				alembic.map((peer) -> ratio(ours, peer)).orElse(""),
				(counts != null) ? Long.toString(counts.roundTrips()) : "", whole(ours.memory())) + " |\n";
	}

	private Optional<Measurement> best(String title, Predicate<Measurement> which) {
		return this.results.of(title).stream().filter(which).min(Comparator.comparingDouble(Measurement::cost));
	}

	private static String suffix(String tool) {
		return switch (tool) {
			case "migrate-all" -> ", one transaction";
			case "migrate-cds" -> ", class data sharing";
			default -> "";
		};
	}

	private static String ratio(Measurement ours, Measurement other) {
		return String.format(Locale.ROOT, "%.2f", ours.cost() / Math.max(1, other.cost()));
	}

	private String line(Growth growth, List<Growth> all) {
		return "| "
				+ String.join(" | ", growth.row(), growth.tool(), growth.sizes().toString().replaceAll("[\\[\\]]", ""),
						whole(growth.perThousand()), growth.verdict(all, this.results))
				+ " |\n";
	}

	private String table(String title) {
		StringBuilder text = new StringBuilder("\n### ").append(title).append("\n\n");
		text.append("| tool | work, ms | of the bound | server, ms | wall, ms | connections | statements "
				+ "| round trips | received, KiB | memory, MiB | runs |\n"
				+ "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n");
		List<Measurement> row = this.results.of(title);
		Measurement bound = this.results.bound(title, "");
		for (Measurement result : row) {
			text.append("| ")
				.append(String.join(" | ", result.tool(), millis(result.work()),
						(bound != null) ? ratio(result, bound) : "", millis(result.server()), millis(result.wall()),
						counts(result.counts()), whole(result.memory()), Integer.toString(result.runs())))
				.append(" |\n");
		}
		return text.toString();
	}

	private static String counts(@Nullable Counts counts) {
		return (counts != null) ? String.format(Locale.ROOT, "%d | %d | %d | %.1f", counts.connections(),
				counts.statements(), counts.roundTrips(), counts.received()) : " | | | ";
	}

	private static String whole(double value) {
		return String.format(Locale.ROOT, "%.0f", value);
	}

	// Small numbers keep a digit, so that their ratios can be checked.
	private static String millis(double value) {
		return String.format(Locale.ROOT, (value < 10) ? "%.1f" : "%.0f", value);
	}

}
