package dev.migrate.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Lets one tool do one piece of work in a fresh process, and takes the numbers.
 */
final class Trial {

	private static final int LONGEST_MINUTES = 30;

	private final Server server;

	private final String classPath;

	Trial(Server server, String classPath) {
		this.server = server;
		this.classPath = classPath;
	}

	/**
	 * Run.
	 * @param row its name in the table
	 * @param tool who
	 * @param work what
	 * @param place where
	 * @return the numbers, without those of the wire
	 */
	Measurement run(String row, String tool, Work work, Place place) throws IOException, InterruptedException {
		long before = this.server.cpuTicks();
		List<String> line = start(tool, work, place);
		long server = this.server.cpuTicks() - before;
		double cpu = Long.parseLong(line.get(0)) / 1000.0 + server * 10.0;
		return new Measurement(row, tool, cpu, Long.parseLong(line.get(1)) / 1000.0,
				Long.parseLong(line.get(2)) / 1024.0, -1, 0);
	}

	/** Return the Python that has Alembic: of the variable PYTHON, or of the path. */
	static String python() {
		return Objects.requireNonNullElse(System.getenv("PYTHON"), "python3");
	}

	private List<String> start(String tool, Work work, Place place) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>();
		if (tool.startsWith("alembic")) {
			command.addAll(List.of(python(), Path.of("benchmarks/call_alembic.py").toAbsolutePath().toString()));
		}
		else {
			command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
					this.classPath, Worker.class.getName()));
		}
		command.addAll(List.of(tool, work.word(), place.folder().toString(), Integer.toString(place.count()),
				place.url(), place.user(), place.password()));
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		List<String> said = new ArrayList<>();
		try (BufferedReader reader = process.inputReader()) {
			reader.lines().forEach(said::add);
		}
		if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
			throw new IllegalStateException(tool + " failed: " + String.join("\n", said));
		}
		String measured = said.stream()
			.filter((line) -> line.startsWith(Worker.MARK))
			.reduce((first, second) -> second)
			.orElseThrow(() -> new IllegalStateException(tool + " measured nothing: " + String.join("\n", said)));
		return List.of(measured.substring(Worker.MARK.length()).split(" "));
	}

}
