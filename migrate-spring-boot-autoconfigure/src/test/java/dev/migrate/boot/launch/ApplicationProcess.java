package dev.migrate.boot.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * An application in a process of its own, with the class path of the tests.
 *
 * @param exitCode how it ended
 * @param out what it wrote to its output
 * @param err what it wrote to its error output
 */
record ApplicationProcess(int exitCode, String out, String err) {

	static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

	static ApplicationProcess run(Path directory, Class<?> mainClass, List<String> arguments) {
		return run(directory, List.of(), mainClass, arguments);
	}

	static ApplicationProcess run(Path directory, List<String> options, Class<?> mainClass, List<String> arguments) {
		return run(directory, options, mainClass, arguments, Map.of());
	}

	static ApplicationProcess run(Path directory, List<String> options, Class<?> mainClass, List<String> arguments,
			Map<String, String> environment) {
		try {
			Path out = Files.createTempFile(directory, "out", ".txt");
			Path err = Files.createTempFile(directory, "err", ".txt");
			Process process = start(directory, options, mainClass, arguments, environment, out, err);
			if (!process.waitFor(3, TimeUnit.MINUTES)) {
				process.destroyForcibly();
				throw new IllegalStateException("Still running: " + arguments);
			}
			return new ApplicationProcess(process.exitValue(), Files.readString(out), Files.readString(err));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	static Process start(Path directory, List<String> options, Class<?> mainClass, List<String> arguments, Path out,
			Path err) throws IOException {
		return start(directory, options, mainClass, arguments, Map.of(), out, err);
	}

	private static Process start(Path directory, List<String> options, Class<?> mainClass, List<String> arguments,
			Map<String, String> environment, Path out, Path err) throws IOException {
		List<String> command = new ArrayList<>(List.of(JAVA.toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
		command.addAll(options);
		command.addAll(
				List.of("-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
						mainClass.getName()));
		command.addAll(arguments);
		ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile())
			.redirectOutput(out.toFile())
			.redirectError(err.toFile());
		builder.environment().put("JAVA_TOOL_OPTIONS", "");
		builder.environment().remove("JAVA_TOOL_OPTIONS");
		builder.environment().putAll(environment);
		return builder.start();
	}

	String all() {
		return this.out + new String(this.err.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
	}

}
