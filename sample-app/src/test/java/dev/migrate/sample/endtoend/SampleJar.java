package dev.migrate.sample.endtoend;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrate.testkit.TestDatabase;

/**
 * The packaged jar, as people run it: in processes of its own, on a database that the
 * test gives it.
 */
final class SampleJar {

	private static final long PATIENCE = TimeUnit.MINUTES.toNanos(3);

	private final Path directory;

	private final TestDatabase database;

	private int processes;

	SampleJar(Path directory, TestDatabase database) {
		this.directory = directory;
		this.database = database;
	}

	/**
	 * Run a command and wait for its end.
	 */
	Result db(String... arguments) throws Exception {
		List<String> all = new ArrayList<>(List.of("db"));
		all.addAll(List.of(arguments));
		return launch(all).end();
	}

	/**
	 * Start the application, or whatever the arguments say, and don't wait.
	 */
	Running start(String... arguments) throws IOException {
		List<String> all = new ArrayList<>(
				List.of("--server.port=0", "--spring.datasource.hikari.maximum-pool-size=2"));
		all.addAll(List.of(arguments));
		return launch(all);
	}

	private Running launch(List<String> arguments) throws IOException {
		List<String> command = new ArrayList<>(List.of(
				Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
				"-XX:+UseSerialGC", "-jar",
				Path.of(System.getProperty("sample.jar", "target/sample-app.jar")).toAbsolutePath().toString()));
		command.addAll(arguments);
		// Spring takes the first of two: what a test says goes before what is said here.
		for (String own : List.of("spring.datasource.url=" + this.database.url(),
				"spring.datasource.username=" + this.database.user(),
				"spring.datasource.password=" + this.database.password())) {
			String name = "--" + own.substring(0, own.indexOf('=') + 1);
			if (arguments.stream().noneMatch((argument) -> argument.startsWith(name))) {
				command.add("--" + own);
			}
		}
		int number = ++this.processes;
		Path out = this.directory.resolve("out-" + number + ".txt");
		Path err = this.directory.resolve("err-" + number + ".txt");
		ProcessBuilder builder = new ProcessBuilder(command).directory(this.directory.toFile())
			.redirectOutput(out.toFile())
			.redirectError(err.toFile());
		builder.environment().remove("JAVA_TOOL_OPTIONS");
		return new Running(builder.start(), out, err);
	}

	/**
	 * What a command left.
	 */
	record Result(int exitCode, String out, String err) {

	}

	/**
	 * A process that is alive, perhaps.
	 */
	record Running(Process process, Path out, Path err) implements AutoCloseable {

		private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

		Result end() throws Exception {
			if (!this.process.waitFor(PATIENCE, TimeUnit.NANOSECONDS)) {
				close();
				throw new IllegalStateException("Still running: " + text());
			}
			return new Result(this.process.exitValue(), Files.readString(this.out), Files.readString(this.err));
		}

		/**
		 * Wait until the application says that it has started.
		 */
		Running started() throws Exception {
			long end = System.nanoTime() + PATIENCE;
			while (!text().contains("Started SampleApplication")) {
				if (System.nanoTime() > end || this.process.waitFor(100, TimeUnit.MILLISECONDS)) {
					throw new IllegalStateException("Not started: " + text());
				}
			}
			return this;
		}

		String text() throws IOException {
			return Files.readString(this.out) + Files.readString(this.err);
		}

		HttpResponse<String> get(String path) throws Exception {
			return send("GET", path, null, null);
		}

		HttpResponse<String> post(String path, String credentials, String json) throws Exception {
			return send("POST", path, credentials, json);
		}

		private HttpResponse<String> send(String method, String path, String credentials, String json)
				throws Exception {
			Matcher port = PORT.matcher(text());
			if (!port.find()) {
				throw new IllegalStateException("No port: " + text());
			}
			HttpRequest.Builder request = HttpRequest
				.newBuilder(URI.create("http://localhost:" + port.group(1) + "/actuator/migrations" + path))
				.header("Content-Type", "application/json")
				.method(method, (json != null) ? BodyPublishers.ofString(json) : BodyPublishers.noBody());
			if (credentials != null) {
				request.header("Authorization",
						"Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
			}
			return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
		}

		/**
		 * Kill it, as {@code kill -9} does.
		 */
		@Override
		public void close() throws InterruptedException {
			this.process.destroyForcibly().waitFor();
		}

	}

}
