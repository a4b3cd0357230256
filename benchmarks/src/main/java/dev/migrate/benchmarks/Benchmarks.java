package dev.migrate.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * Runs everything, in rounds in which each tool has its turn, and writes the page.
 */
public final class Benchmarks {

	private static final Path RESULTS = Path.of("benchmarks/results.csv");

	private static final Path PAGE = Path.of("docs/performance.md");

	private static final Path CHART = Path.of("docs/performance.svg");

	private final Server server;

	private final List<Measurement> measured = new ArrayList<>();

	private Benchmarks(Server server) {
		this.server = server;
	}

	/**
	 * Run from the root of the project.
	 * @param arguments see {@code benchmarks/run}
	 * @throws Exception whatever a tool throws
	 */
	public static void main(String[] arguments) throws Exception {
		Options options = Options.parse(arguments);
		((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger("ROOT").setLevel(Level.WARN);
		Path folder = Files.createTempDirectory("migrate-benchmarks-");
		try (Server server = Server.start(folder)) {
			Machine machine = Machine.of(server);
			Benchmarks benchmarks = new Benchmarks(server);
			for (Row row : options.of(Plan.rows(server, folder), machine.alembic() != null)) {
				benchmarks.measure(row);
			}
			benchmarks.tell(options, machine);
		}
		finally {
			FileSystemUtils.deleteRecursively(folder);
		}
	}

	private void measure(Row row) throws IOException, InterruptedException {
		long start = System.nanoTime();
		Map<String, List<Measurement>> runs = new LinkedHashMap<>();
		for (int round = 0; round < row.rounds(); round++) {
			for (String tool : row.tools()) {
				try (Wire wire = wire(row)) {
					Counts counts = null;
					for (Measurement measurement : row.task().run(row, tool, wire)) {
						counts = wire.counts();
						runs.computeIfAbsent(measurement.row() + "/" + tool, (key) -> new ArrayList<>())
							.add(measurement.counted(counts));
					}
				}
			}
		}
		List<Measurement> middles = new ArrayList<>();
		for (List<Measurement> of : runs.values()) {
			middles.add(Measurement.middle(of));
		}
		middles.replaceAll((middle) -> count(row, middle));
		middles.forEach((middle) -> System.out.println(middle.line()));
		System.out.println(row.title() + " took " + Duration.ofNanos(System.nanoTime() - start).toSeconds() + " s");
		this.measured.addAll(middles);
	}

	private Wire wire(Row row) {
		return row.roundTrip().isZero() ? Wire.straight() : Wire.counted(this.server, row.roundTrip());
	}

	// Counts are the same every time, and the counter costs time: they are taken apart.
	private Measurement count(Row row, Measurement middle) {
		if (!row.roundTrip().isZero() || !row.counted().contains(middle.tool()) || !middle.row().equals(row.name())) {
			return middle;
		}
		try (Wire wire = Wire.counted(this.server, Duration.ZERO)) {
			row.task().run(row, middle.tool(), wire);
			return middle.counted(wire.counts());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private void tell(Options options, Machine machine) throws IOException {
		Results before = Results.read(RESULTS);
		List<String> changes = before.changes(this.measured);
		Results now = options.partial() ? before.with(this.measured) : new Results(this.measured, List.of());
		Page page = new Page(now, machine);
		now.write(RESULTS);
		Files.writeString(CHART, new Chart(now).svg());
		String text = Files.readString(PAGE);
		Files.writeString(PAGE, text.substring(0, text.indexOf(Page.MARK)) + page.text());
		System.out.println(new Page(new Results(this.measured, List.of()), machine).text());
		System.out.println(changes.isEmpty() ? "No row of ours changed." : String.join("\n", changes));
	}

}
