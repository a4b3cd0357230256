package dev.migrate.sample;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

import dev.migrate.testkit.TestDatabase;
import dev.migrate.testkit.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The application's own behaviour over real HTTP, so that error dispatches count. The
 * migrations endpoint is a stand-in: who may call it is what is tested here.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "spring.migrate.enabled=false", "spring.jpa.hibernate.ddl-auto=validate",
				"sample.security.operator-password=night-shift" })
@DirtiesContext
class SampleApplicationTests {

	private static final TestDatabase DATABASE = TestPostgres.database();

	private final HttpClient client = HttpClient.newHttpClient();

	@LocalServerPort
	private int port;

	@DynamicPropertySource
	static void database(DynamicPropertyRegistry registry) {
		RevisionFiles.upgrade(DATABASE);
		registry.add("spring.datasource.url", DATABASE::url);
		registry.add("spring.datasource.username", DATABASE::user);
		registry.add("spring.datasource.password", DATABASE::password);
	}

	@AfterAll
	static void drop() {
		DATABASE.close();
	}

	@Test
	void theCoursesOfTheWinterTermAreThere() throws Exception {
		HttpResponse<String> courses = get("/courses");
		assertThat(courses.statusCode()).isEqualTo(200);
		assertThat(courses.body()).contains(
				"{\"code\":\"CS204\",\"title\":\"Databases; and Their Evolution\",\"credits\":6}", "It's About Time");
	}

	@Test
	void aStudentIsAddedEnrolledAndGraded() throws Exception {
		HttpResponse<String> added = post("/students", "user:user",
				"{\"firstName\":\"Ada\",\"lastName\":\"Lovelace\",\"email\":\"ada@school.example\"}");
		assertThat(added.statusCode()).isEqualTo(201);
		String student = "/students/" + added.body().replaceAll(".*\"id\":(\\d+).*", "$1");
		assertThat(get(student).body()).contains("\"lastName\":\"Lovelace\"");
		assertThat(post(student + "/courses/CS101", "user:user", "").statusCode()).isEqualTo(201);
		assertThat(post(student + "/courses/CS101", "user:user", "").statusCode()).isEqualTo(409);
		assertThat(post(student + "/courses/XX999", "user:user", "").body()).contains("No course XX999");
		assertThat(send("PUT", student + "/courses/CS101/grade/A", "user:user", "").statusCode()).isEqualTo(200);
		assertThat(get(student + "/courses").body()).contains("\"code\":\"CS101\"", "\"grade\":\"A\"");
	}

	@Test
	void anIncompleteStudentIsRefused() throws Exception {
		assertThat(post("/students", "user:user", "{\"firstName\":\"Ada\"}").statusCode()).isEqualTo(400);
		assertThat(get("/students/4711").statusCode()).isEqualTo(404);
	}

	@Test
	void writingNeedsAUser() throws Exception {
		assertThat(post("/courses", null, "{}").statusCode()).isEqualTo(401);
		assertThat(post("/courses", "user:wrong", "{}").statusCode()).isEqualTo(401);
	}

	@Test
	void everyoneMaySeeTheMigrationsAndTheHealth() throws Exception {
		assertThat(get("/actuator/migrations").statusCode()).isEqualTo(200);
		assertThat(get("/actuator/health").statusCode()).isEqualTo(200);
		assertThat(get("/actuator/metrics").statusCode()).isEqualTo(401);
	}

	@Test
	void onlyTheOperatorMayRunMigrations() throws Exception {
		assertThat(post("/actuator/migrations/upgrade", null, "{}").statusCode()).isEqualTo(401);
		assertThat(post("/actuator/migrations/upgrade", "user:user", "{}").statusCode()).isEqualTo(403);
		assertThat(post("/actuator/migrations/upgrade", "operator:operator", "{}").statusCode()).isEqualTo(401);
		HttpResponse<String> upgraded = post("/actuator/migrations/upgrade", "operator:night-shift", "{}");
		assertThat(upgraded.statusCode()).isEqualTo(200);
		assertThat(upgraded.body()).contains("upgrade");
	}

	private HttpResponse<String> get(String path) throws IOException, InterruptedException {
		return send("GET", path, null, "");
	}

	private HttpResponse<String> post(String path, String credentials, String json)
			throws IOException, InterruptedException {
		return send("POST", path, credentials, json);
	}

	private HttpResponse<String> send(String method, String path, String credentials, String json)
			throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path))
			.header("Content-Type", "application/json")
			.method(method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
		if (credentials != null) {
			String encoded = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
			request.header("Authorization", "Basic " + encoded);
		}
		return this.client.send(request.build(), BodyHandlers.ofString());
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class StandIn {

		@Bean
		MigrationsStandIn migrationsStandIn() {
			return new MigrationsStandIn();
		}

	}

	@Endpoint(id = "migrations")
	static class MigrationsStandIn {

		@ReadOperation
		Map<String, String> read() {
			return Map.of("state", "fine");
		}

		@WriteOperation
		Map<String, String> write(@Selector String direction) {
			return Map.of("did", direction);
		}

	}

}
