package dev.migrate.boot.actuate;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import javax.management.MBeanException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

import dev.migrate.boot.actuate.EndpointApplication.Answer;
import dev.migrate.testkit.TestDatabase;
import dev.migrate.testkit.TestH2;
import dev.migrate.testkit.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static dev.migrate.boot.actuate.EndpointApplication.OPERATOR;
import static dev.migrate.boot.actuate.EndpointApplication.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

@ExtendWith(OutputCaptureExtension.class)
class MigrationsEndpointAccessTests {

	private static final String DRY_RUN = "{\"revision\": \"-1\", \"dryRun\": true}";

	@TempDir
	private Path folder;

	private TestDatabase database;

	@BeforeEach
	void createDatabase() {
		this.database = TestH2.database();
	}

	@AfterEach
	void closeDatabase() {
		this.database.close();
	}

	private EndpointApplication application(String... properties) throws IOException {
		EndpointApplication application = new EndpointApplication(this.database, this.folder, ServletApplication.class,
				WebApplicationType.SERVLET, properties);
		application.revision("aaaa11111111", "base", "create students", "CREATE TABLE students (id BIGINT)",
				"DROP TABLE students");
		return application;
	}

	@Test
	void doesNotAllowWritingByDefault(CapturedOutput output) throws IOException {
		try (EndpointApplication application = application()) {
			assertThat(application.get(null, "").status()).isEqualTo(200);
			assertThat(application.post(OPERATOR, "/downgrade", DRY_RUN).status()).isEqualTo(405);
			assertThat(application.post(OPERATOR, "/upgrade/head").status()).isIn(404, 405);
		}
		assertThat(output).doesNotContain("open for writing");
	}

	@Test
	void saysThatItIsOpenForWriting(CapturedOutput output) throws IOException {
		try (EndpointApplication application = application("management.endpoint.migrations.access=unrestricted",
				"logging.level.dev.migrate=info")) {
			assertThat(application.post(OPERATOR, "/upgrade", "{\"dryRun\": true}").status()).isEqualTo(200);
		}
		assertThat(output).containsOnlyOnce("open for writing")
			.contains("management.endpoint.migrations.access=unrestricted");
	}

	@Test
	void warnsWhenAGlobalPropertyOpenedIt(CapturedOutput output) throws IOException {
		try (EndpointApplication application = application("management.endpoints.access.default=unrestricted")) {
			assertThat(application.post(OPERATOR, "/upgrade", "{\"dryRun\": true}").status()).isEqualTo(200);
		}
		assertThat(output).contains("WARN")
			.containsOnlyOnce("open for writing")
			.contains("management.endpoints.access.default=unrestricted");
	}

	@Test
	void isClosedByTheCapOnAllEndpoints() throws IOException {
		try (EndpointApplication application = application("management.endpoint.migrations.access=unrestricted",
				"management.endpoints.access.max-permitted=read-only")) {
			assertThat(application.post(OPERATOR, "/downgrade", DRY_RUN).status()).isEqualTo(405);
		}
	}

	@Test
	void showsTheSqlToOneOfTheRolesOnly() throws IOException {
		try (EndpointApplication application = application("management.endpoint.migrations.roles=MIGRATIONS")) {
			assertThat(application.get(USER, "/aaaa11111111").json()).doesNotContainKey("sql");
			assertThat(application.get(OPERATOR, "/aaaa11111111").json()).containsKey("sql");
		}
	}

	@Test
	void showsTheSqlToEverybodyOrNobody() throws IOException {
		try (EndpointApplication application = application("management.endpoint.migrations.show-sql=always")) {
			assertThat(application.get(null, "/aaaa11111111").json()).containsKey("sql");
		}
		try (EndpointApplication application = application("management.endpoint.migrations.show-sql=never",
				"management.endpoint.migrations.access=unrestricted")) {
			assertThat(application.get(OPERATOR, "/aaaa11111111").json()).doesNotContainKey("sql");
			Answer planned = application.post(OPERATOR, "/upgrade", "{\"dryRun\": true}");
			assertThat(planned.body()).contains("aaaa11111111").doesNotContain("statements");
		}
	}

	@Test
	void worksOverJmx() throws Exception {
		try (EndpointApplication application = application("spring.jmx.enabled=true",
				"management.endpoints.jmx.exposure.include=migrations", "spring.jmx.default-domain=over-jmx",
				"management.endpoints.jmx.domain=over-jmx", "management.endpoint.migrations.access=unrestricted")) {
			MBeanServer server = ManagementFactory.getPlatformMBeanServer();
			ObjectName name = new ObjectName("over-jmx:type=Endpoint,name=Migrations");
			Object before = server.invoke(name, "migrations", new Object[0], new String[0]);
			assertThat(before).asInstanceOf(MAP).containsOnlyKeys("databases");
			Object run = invoke(server, name, "UPGRADE", "head");
			assertThat(run).asInstanceOf(MAP).containsEntry("to", List.of("aaaa11111111"));
			assertThat(this.database.string("SELECT applied_by FROM migrate_version")).isEqualTo("jmx");
			assertThatExceptionOfType(MBeanException.class).isThrownBy(() -> invoke(server, name, "UPGRADE", "nosuch"))
				.withStackTraceContaining("nosuch");
			Object one = server.invoke(name, "revision", new Object[] { "aaaa11111111", null },
					new String[] { String.class.getName(), String.class.getName() });
			assertThat(one).asInstanceOf(MAP).containsEntry("state", "applied").doesNotContainKey("sql");
			assertThat(application.get(null, "").json())
				.hasToString(server.invoke(name, "migrations", new Object[0], new String[0]).toString());
		}
	}

	private static Object invoke(MBeanServer server, ObjectName name, String direction, String revision)
			throws Exception {
		String text = String.class.getName();
		return server.invoke(name, "run", new Object[] { direction, revision, null, null },
				new String[] { text, text, text, Boolean.class.getName() });
	}

	@Test
	void isReadOnlyOverJmxToo() throws Exception {
		try (EndpointApplication application = application("spring.jmx.enabled=true",
				"management.endpoints.jmx.exposure.include=migrations",
				"management.endpoints.jmx.domain=read-only-jmx")) {
			MBeanServer server = ManagementFactory.getPlatformMBeanServer();
			ObjectName name = new ObjectName("read-only-jmx:type=Endpoint,name=Migrations");
			assertThat(server.getMBeanInfo(name).getOperations()).extracting((operation) -> operation.getName())
				.containsExactlyInAnyOrder("migrations", "revision");
			assertThat(server.invoke(name, "migrations", new Object[0], new String[0])).isInstanceOf(Map.class);
		}
	}

	@Test
	void knowsThePrincipalOnAPortOfItsOwnToo() throws IOException {
		try (EndpointApplication application = application("management.server.port=0",
				"management.endpoint.migrations.access=unrestricted")) {
			assertThat(application.post(null, "/upgrade/head").status()).isEqualTo(401);
			assertThat(application.post(OPERATOR, "/upgrade/head").status()).isEqualTo(200);
			assertThat(this.database.string("SELECT applied_by FROM migrate_version")).isEqualTo(OPERATOR);
		}
	}

	@Test
	void knowsThePrincipalOnAPortOfItsOwnWithWebFluxToo() throws IOException {
		try (EndpointApplication application = new EndpointApplication(this.database, this.folder,
				ReactiveApplication.class, WebApplicationType.REACTIVE, "management.server.port=0",
				"management.endpoint.migrations.access=unrestricted")) {
			application.revision("aaaa11111111", "base", "create students", "CREATE TABLE students (id BIGINT)",
					"DROP TABLE students");
			Answer answer = application.post(OPERATOR, "/upgrade/head");
			assertThat(answer.status()).as(answer.body()).isEqualTo(200);
			assertThat(this.database.string("SELECT applied_by FROM migrate_version")).isEqualTo(OPERATOR);
		}
	}

	@Test
	void isUnavailableWhileTheDatabaseIs() throws IOException {
		TestDatabase postgres = TestPostgres.database();
		try (EndpointApplication application = new EndpointApplication(postgres, this.folder, ServletApplication.class,
				WebApplicationType.SERVLET, "spring.datasource.hikari.connection-timeout=250")) {
			assertThat(application.get(null, "").status()).isEqualTo(200);
			postgres.close();
			Answer answer = application.get(null, "");
			assertThat(answer.status()).as(answer.body()).isEqualTo(503);
			assertThat(answer.json()).containsEntry("code", "NO_CONNECTION");
		}
	}

}
