package dev.migrate.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.migrate.testkit.WireCounter;
import org.springframework.util.FileSystemUtils;

/**
 * Runs everything, in rounds in which each tool has its turn, and writes the page.
 */
public final class Benchmarks {

	private static final List<String> TOOLS = List.of("raw", "raw-one", "migrate", "migrate-all", "flyway",
			"flyway-group", "liquibase", "ebean", "alembic");

	private static final List<String> BACK = List.of("raw", "raw-one", "migrate", "migrate-all", "liquibase",
			"alembic");

	private static final List<String> NOTHING = List.of("raw", "migrate", "flyway", "liquibase", "ebean", "alembic");

	private final Server server;

	private final Trial trial;

	private final Path folder;

	private final boolean alembic;

	private final Map<String, List<Measurement>> runs = new LinkedHashMap<>();

	private final List<Measurement> results = new ArrayList<>();

	private Benchmarks(Server server, Trial trial, Path folder, boolean alembic) {
		this.server = server;
		this.trial = trial;
		this.folder = folder;
		this.alembic = alembic;
	}

	/**
	 * Run from the root of the project.
	 * @param arguments how many rounds, then how many revisions, several separated by
	 * commas
	 * @throws Exception whatever a tool throws
	 */
	public static void main(String[] arguments) throws Exception {
		int rounds = Integer.parseInt(arguments[0]);
		List<Integer> counts = List.of(arguments[1].split(",")).stream().map(Integer::parseInt).toList();
		Path folder = Files.createTempDirectory("migrate-benchmarks-");
		try (Server server = Server.start(folder)) {
			Benchmarks benchmarks = new Benchmarks(server, new Trial(server, System.getProperty("java.class.path")),
					folder, hasAlembic());
			for (int count : counts) {
				benchmarks.measure(count, (count > 1000) ? Math.min(rounds, 3) : rounds);
			}
			benchmarks.tell();
		}
		finally {
			FileSystemUtils.deleteRecursively(folder);
		}
	}

	private static boolean hasAlembic() throws InterruptedException {
		try {
			return new ProcessBuilder(Trial.python(), "-c", "import alembic, psycopg2").start().waitFor() == 0;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private void measure(int count, int rounds) throws IOException, InterruptedException {
		Path history = this.folder.resolve("history-" + count);
		History.write(history, count);
		for (int round = 0; round < rounds; round++) {
			for (String tool : present(TOOLS)) {
				String database = "bench_" + tool.replace('-', '_');
				this.server.recreate(database);
				Place place = place(this.server.url(database), history, count);
				add(this.trial.run("apply " + count, tool, Work.APPLY, place));
				if (NOTHING.contains(tool)) {
					add(this.trial.run("nothing to do at " + count, tool, Work.NOTHING, place));
				}
				if (BACK.contains(tool) && count <= 1000) {
					add(this.trial.run("undo " + count, tool, Work.UNDO, place));
				}
			}
		}
		List<String> rows = List.of("apply " + count, "nothing to do at " + count, "undo " + count);
		for (String row : rows) {
			for (String tool : present(TOOLS)) {
				List<Measurement> of = this.runs.getOrDefault(row + " " + tool, List.of());
				if (!of.isEmpty()) {
					this.results.add(Measurement.median(of));
				}
			}
		}
		count(history, count);
	}

	// Counts are the same every time, and the counter costs time: they are taken apart.
	private void count(Path history, int count) throws IOException, InterruptedException {
		for (int index = 0; index < this.results.size(); index++) {
			Measurement result = this.results.get(index);
			if (!result.row().endsWith(" " + count)) {
				continue;
			}
			Work work = result.row().startsWith("apply") ? Work.APPLY
					: result.row().startsWith("undo") ? Work.UNDO : Work.NOTHING;
			String database = "bench_" + result.tool().replace('-', '_');
			this.server.recreate(database);
			if (work != Work.APPLY) {
				this.trial.run("", result.tool(), Work.APPLY, place(this.server.url(database), history, count));
			}
			try (WireCounter wire = WireCounter.to(this.server.url(database), Duration.ZERO)) {
				this.trial.run("", result.tool(), work, place(wire.through(this.server.url(database)), history, count));
				this.results.set(index, result.counted(wire.roundTrips(), wire.received() / 1024.0));
			}
		}
	}

	private List<String> present(List<String> tools) {
		return tools.stream().filter((tool) -> this.alembic || !tool.equals("alembic")).toList();
	}

	private Place place(String url, Path history, int count) {
		return new Place(url, this.server.user(), "", history, count);
	}

	private void add(Measurement measurement) {
		this.runs.computeIfAbsent(measurement.row() + " " + measurement.tool(), (key) -> new ArrayList<>())
			.add(measurement);
		System.out.println(measurement);
	}

	private void tell() throws IOException {
		Path kept = Path.of("benchmarks/results.csv");
		List<String> changes = Results.changes(Results.read(kept), this.results);
		Page page = new Page(this.results);
		Results.write(kept, this.results);
		Files.writeString(Path.of("docs/performance.svg"), page.chart());
		Path document = Path.of("docs/performance.md");
		String text = Files.readString(document);
		String mark = "<!-- measured -->";
		Files.writeString(document,
				text.substring(0, text.indexOf(mark)) + mark + "\n\nPostgreSQL " + this.server.version() + " (fsync "
						+ (this.server.syncs() ? "on" : "off") + "), Java " + System.getProperty("java.version") + ", "
						+ Runtime.getRuntime().availableProcessors() + " cores.\n" + page.tables());
		System.out.println(page.tables());
		System.out.println(changes.isEmpty() ? "No row of ours changed." : String.join("\n", changes));
	}

}
