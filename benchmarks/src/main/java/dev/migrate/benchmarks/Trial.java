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

	private static final int LOOK_EVERY_MILLIS = 10;

	private final Server server;

	private final Path folder;

	Trial(Server server, Path folder) {
		this.server = server;
		this.folder = folder;
	}

	static String java() {
		return Path.of(System.getProperty("java.home"), "bin", "java").toString();
	}

	/** Return the Python that has Alembic: of the variable PYTHON, or of the path. */
	static String python() {
		return Objects.requireNonNullElse(System.getenv("PYTHON"), "python3");
	}

	/**
	 * Run a worker, which measures itself.
	 * @param launch the words that start a Java worker; Alembic's is known
	 * @param calls {@link Worker#FIRST}, or {@link Worker#LATER} for some more
	 * @param place where
	 * @return the sample of the first call, and of the later ones if there were any
	 */
	List<Sample> worker(Launch launch, String calls, Place place) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(launch.isPython()
				? List.of(python(), Path.of("benchmarks/call_alembic.py").toAbsolutePath().toString()) : launch.java());
		command.addAll(List.of(launch.tool(), launch.work().word(), calls, Long.toString(this.server.process())));
		command.addAll(place.words());
		return samples(command);
	}

	/**
	 * Run a command that prints its samples.
	 */
	List<Sample> samples(List<String> command) throws IOException, InterruptedException {
		List<String> said = said(command);
		List<Sample> samples = said.stream().filter(Sample::isIn).map(Sample::of).toList();
		if (samples.isEmpty()) {
			throw new IllegalStateException(command + " measured nothing: " + String.join("\n", said));
		}
		return samples;
	}

	/**
	 * Run a command, and measure its whole process.
	 */
	Sample whole(List<String> command) throws IOException, InterruptedException {
		double busy = Usage.ofServer(this.server.process());
		double cpu = Usage.ofEndedChildren();
		long start = System.nanoTime();
		double[] memory = new double[1];
		Process process = start(command);
		Thread watch = new Thread(() -> watch(process, memory));
		watch.start();
		finish(command, process);
		long wall = System.nanoTime() - start;
		watch.join();
		return new Sample(Worker.FIRST, Usage.ofEndedChildren() - cpu, Usage.ofServer(this.server.process()) - busy,
				wall / 1e6, memory[0]);
	}

	// The peak is a mark that only rises, so looking now and then is enough.
	private static void watch(Process process, double[] memory) {
		try {
			do {
				memory[0] = Math.max(memory[0], Usage.peakMemory(Long.toString(process.pid())));
			}
			while (!process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Run a command.
	 * @return the lines that it wrote
	 */
	List<String> said(List<String> command) throws IOException, InterruptedException {
		return finish(command, start(command));
	}

	private Process start(List<String> command) throws IOException {
		return new ProcessBuilder(command).directory(this.folder.toFile()).redirectErrorStream(true).start();
	}

	private static List<String> finish(List<String> command, Process process) throws IOException, InterruptedException {
		List<String> said = new ArrayList<>();
		try (BufferedReader reader = process.inputReader()) {
			reader.lines().forEach(said::add);
		}
		if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
			throw new IllegalStateException(command + " failed: " + String.join("\n", said));
		}
		return said;
	}

}
