package dev.migrate.sample.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A real process that joins the server and leaves it when its input ends. It prints the
 * URL and the password, and nothing else.
 */
final class PostgresServerProcess implements AutoCloseable {

	private final Process process;

	private final BufferedReader output;

	private PostgresServerProcess(Process process) {
		this.process = process;
		this.output = process.inputReader(StandardCharsets.UTF_8);
	}

	static PostgresServerProcess start(Path home) throws IOException {
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dlogback.configurationFile=silent-logback.xml", "-cp",
				System.getProperty("java.class.path"), PostgresServerProcess.class.getName(), home.toString())
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
		return new PostgresServerProcess(process);
	}

	public static void main(String[] args) throws IOException {
		try (PostgresServer server = PostgresServer.join(Path.of(args[0]))) {
			System.out.println(server.url());
			System.out.println(server.password());
			while (System.in.read() >= 0) {
				continue;
			}
		}
	}

	/**
	 * Return what the process prints next, null at the end of its output.
	 */
	String line() throws IOException {
		return this.output.readLine();
	}

	/**
	 * Return what it printed until its end after it was told to leave.
	 */
	String leave() throws IOException, InterruptedException {
		this.process.getOutputStream().close();
		StringBuilder rest = new StringBuilder();
		for (String line = line(); line != null; line = line()) {
			rest.append(line).append('\n');
		}
		if (this.process.waitFor() != 0) {
			throw new IllegalStateException("Exit code " + this.process.exitValue());
		}
		return rest.toString();
	}

	/**
	 * Kill the process as {@code kill -9} does.
	 */
	void kill() throws InterruptedException {
		this.process.destroyForcibly().waitFor();
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
	}

}
