package dev.migrate.boot.actuate;

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
import java.util.Map;

import dev.migrate.testkit.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * An application with Actuator and Security on a port of its own, its revisions in a
 * folder, and a client.
 */
final class EndpointApplication implements AutoCloseable {

	static final String OPERATOR = "operator";

	static final String USER = "user";

	private static final JsonMapper JSON = new JsonMapper();

	private final HttpClient client = HttpClient.newHttpClient();

	private final Path folder;

	private final ConfigurableApplicationContext context;

	EndpointApplication(TestDatabase database, Path folder, Class<?> configuration, WebApplicationType type,
			String... properties) {
		this.folder = folder;
		List<String> all = new ArrayList<>(List.of("server.port=0", "spring.main.banner-mode=off",
				"logging.level.root=warn", "spring.flyway.enabled=false", "spring.datasource.url=" + database.url(),
				"spring.datasource.username=" + database.user(), "spring.datasource.password=" + database.password(),
				"spring.migrate.locations=" + folder.toUri(), "spring.migrate.on-pending=ignore",
				"management.endpoints.web.exposure.include=*",
				"spring.autoconfigure.exclude=org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration,"
						+ "org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration"));
		all.addAll(List.of(properties));
		this.context = new SpringApplicationBuilder(configuration).web(type)
			.properties(all.toArray(String[]::new))
			.run();
	}

	ConfigurableApplicationContext context() {
		return this.context;
	}

	void revision(String id, String revises, String message, String up, String down) throws IOException {
		write(id, revises, message, up, "-- migrate:downgrade\n" + down + ";");
	}

	void write(String id, String revises, String message, String up, String downgrade) throws IOException {
		Files.writeString(this.folder.resolve(id + ".sql"), """
				-- %s
				--
				-- revision: %s
				-- revises: %s
				-- created: 2026-11-20T10:04:00Z

				-- migrate:upgrade
				%s;

				%s
				""".formatted(message, id, revises, up, downgrade));
	}

	void forgetRevisions() throws IOException {
		try (var files = Files.list(this.folder)) {
			for (Path file : files.toList()) {
				Files.delete(file);
			}
		}
	}

	Answer get(@Nullable String user, String path) {
		return send(user, HttpRequest.newBuilder().GET(), path);
	}

	Answer post(@Nullable String user, String path) {
		return send(user, HttpRequest.newBuilder().POST(BodyPublishers.noBody()), path);
	}

	Answer post(@Nullable String user, String path, String body) {
		return send(user,
				HttpRequest.newBuilder().POST(BodyPublishers.ofString(body)).header("Content-Type", "application/json"),
				path);
	}

	private Answer send(@Nullable String user, HttpRequest.Builder request, String path) {
		String port = this.context.getEnvironment()
			.getProperty("local.management.port",
					this.context.getEnvironment().getRequiredProperty("local.server.port"));
		request.uri(URI.create("http://localhost:" + port + "/actuator/migrations" + path));
		if (user != null) {
			String credentials = user + ":secret";
			request.header("Authorization",
					"Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
		}
		try {
			HttpResponse<String> response = this.client.send(request.build(), BodyHandlers.ofString());
			return new Answer(response.statusCode(), response.headers().firstValue("Content-Type").orElse(""),
					response.body());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.context.close();
	}

	record Answer(int status, String contentType, String body) {

		@SuppressWarnings("unchecked")
		Map<String, Object> json() {
			return JSON.readValue(this.body, Map.class);
		}

	}

}
