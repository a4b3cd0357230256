package dev.migrate.boot.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import dev.migrate.boot.actuate.MigrationsEndpoint;
import dev.migrate.boot.actuate.MigrationsEndpointWebExtension;
import dev.migrate.boot.actuate.MigrationsHealthIndicator;
import dev.migrate.boot.actuate.MigrationsInfoContributor;
import dev.migrate.boot.observe.LastStatus;
import dev.migrate.error.MigrateException;
import dev.migrate.revision.TargetParser;
import dev.migrate.service.MigrationService;
import dev.migrate.service.RunRequest;
import dev.migrate.testkit.TestDatabase;
import dev.migrate.testkit.TestH2;
import dev.migrate.testkit.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.actuate.endpoint.Show;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Whatever goes wrong, and wherever it is told: one sentence, and no password. Each way
 * to fail is told on the command line (as text, with the stack trace, as JSON), by the
 * actuator (endpoint, health, info), by the failure analysis of a boot, and to the log.
 */
@ExtendWith(OutputCaptureExtension.class)
class PasswordsIntegrationTests {

	private static final String SECRET = "xyzzyPlughFrotz";

	private static final String OPTIONS = "user=me&password=" + SECRET;

	@TempDir
	Path folder;

	private int paths;

	private static DataSource failing(Exception failure) {
		return new AbstractDataSource() {

			@Override
			public Connection getConnection() throws SQLException {
				if (failure instanceof RuntimeException runtime) {
					throw runtime;
				}
				throw (SQLException) failure;
			}

			@Override
			public Connection getConnection(String username, String password) throws SQLException {
				return getConnection();
			}

		};
	}

	private static DataSource pool(String url) {
		return saidBy(unasked(url));
	}

	private static DataSource poolOf(String driver, String url) {
		HikariDataSource pool = unasked(url);
		pool.setDriverClassName(driver);
		return saidBy(pool);
	}

	private static HikariDataSource unasked(String url) {
		HikariDataSource pool = new HikariDataSource();
		pool.setJdbcUrl(url);
		pool.setUsername("me");
		pool.setPassword(SECRET);
		pool.setConnectionTimeout(250);
		return pool;
	}

	// Some take a second to give up: they are asked once, and say the same each time.
	private static DataSource saidBy(DataSource source) {
		Throwable said = catchThrowable(source::getConnection);
		assertThat(said).isInstanceOf(Exception.class);
		return failing((Exception) said);
	}

	private static DataSource direct(String url) {
		return new DriverManagerDataSource(url, "me", SECRET);
	}

	private static DataSource server(TestDatabase database, String name, String role) {
		PGSimpleDataSource dataSource = new PGSimpleDataSource();
		dataSource.setUrl(database.url());
		dataSource.setDatabaseName(name);
		dataSource.setUser(role);
		dataSource.setPassword(SECRET);
		return dataSource;
	}

	private static Map<String, DataSource> withoutAServer() {
		String me = "//me:" + SECRET + "@";
		Map<String, DataSource> sources = new TreeMap<>();
		sources.put("driver, nobody listens", direct("jdbc:postgresql://127.0.0.1:1/db?" + OPTIONS));
		sources.put("driver, user in URL", direct("jdbc:postgresql:" + me + "127.0.0.1:1/db"));
		sources.put("driver, bad port", direct("jdbc:postgresql:" + me + "127.0.0.1:port/db?" + OPTIONS));
		sources.put("driver, bad escape", direct("jdbc:postgresql://127.0.0.1:1/db?password=%zz" + SECRET));
		sources.put("driver, bad mode", direct("jdbc:postgresql://127.0.0.1:1/db?sslmode=x&ssl" + OPTIONS));
		sources.put("driver, unknown URL", direct("jdbc:foo:" + me + "h/db?" + OPTIONS));
		sources.put("driver, foo", direct("jdbc:foo:bar"));
		sources.put("driver, H2 away", saidBy(direct("jdbc:h2:tcp://127.0.0.1:1/x;PASSWORD=" + SECRET)));
		sources.put("driver, H2 setting", direct("jdbc:h2:mem:x;NOSUCH=1;PASSWORD=" + SECRET));
		sources.put("driver, H2 missing", direct("jdbc:h2:./none;IFEXISTS=TRUE;PASSWORD=" + SECRET));
		sources.put("no driver", new SimpleDriverDataSource());
		sources.put("pool, unknown URL", pool("jdbc:foo:" + me + "h/db?" + OPTIONS));
		sources.put("pool, foo", pool("jdbc:foo:bar"));
		sources.put("pool, nobody listens", pool("jdbc:postgresql://127.0.0.1:1/db?" + OPTIONS));
		sources.put("pool, other driver", poolOf("org.postgresql.Driver", "jdbc:foo:" + me + "h/db?" + OPTIONS));
		sources.put("pool, H2 setting", pool("jdbc:h2:mem:y;NOSUCH=1;PASSWORD=" + SECRET));
		sources.put("said by a pool", failing(new SQLException("Unable to connect to jdbc:x:" + me + "h/db", "08001")));
		sources.put("said of a URL", failing(new SQLException("me:" + SECRET + "@h refused", "28000")));
		sources.put("said in JSON", failing(new SQLException("{\"password\": \"" + SECRET + "\"}", "08004")));
		sources.put("said of properties",
				failing(new IllegalStateException("no use of {user=me, password=" + SECRET + "}")));
		sources.put("said by a cause", failing(new SQLException("no", "08001",
				new IllegalArgumentException("trustStorePassword=" + SECRET, new Exception("pwd: " + SECRET)))));
		SQLException beside = new SQLException("no", "08001");
		beside.addSuppressed(new IllegalStateException("jdbc:x:" + me + "h"));
		sources.put("said beside", failing(beside));
		sources.put("said of SQL",
				failing(new SQLException("refused: ALTER ROLE me PASSWORD '" + SECRET + "'", "42601")));
		return sources;
	}

	private CommandDesk desk(TestDatabase database, DataSource dataSource) {
		CommandDesk desk = new CommandDesk(database, this.folder);
		desk.connectsWith(dataSource);
		return desk;
	}

	private void tellEverywhere(String about, CommandDesk desk, CapturedOutput output) {
		for (List<String> command : List.of(List.of("upgrade"), List.of("status", "-v"), List.of("upgrade", "--json"),
				List.of("current", "--json", "-v"), List.of("upgrade", "--plan"), List.of("stamp", "head"))) {
			int exitCode = desk.run(command.toArray(String[]::new));
			assertThat(exitCode).as("%s, %s: %s", about, command, desk.err()).isEqualTo(1);
			clean(about + ", " + command, desk.out() + desk.err());
			assertThat(desk.err()).as(about).startsWith("Error: ").doesNotContain("please report it");
			if (!command.contains("-v")) {
				assertThat(desk.err().lines().count()).as(about + desk.err()).isLessThanOrEqualTo(3);
			}
		}
		MigrationService service = desk.databases().get("default");
		boot(about, catchThrowable(() -> service.run(RunRequest.upgrade(TargetParser.parse("head"), "tester"))));
		MigrationsEndpoint endpoint = new MigrationsEndpoint(desk.databases(), Show.ALWAYS);
		Object body = new MigrationsEndpointWebExtension(endpoint, Show.ALWAYS, Set.of()).migrations().getBody();
		clean(about + ", endpoint", String.valueOf(body));
		MigrationsHealthIndicator health = new MigrationsHealthIndicator(
				new LastStatus(service, Duration.ZERO, Clock.systemUTC()), Status.UP);
		clean(about + ", health", String.valueOf(health.health(true)));
		Info.Builder info = new Info.Builder();
		new MigrationsInfoContributor(desk.databases()).contribute(info);
		clean(about + ", info", info.build().toString());
		clean(about + ", log", output.getAll());
	}

	private void boot(String about, Throwable failure) {
		assertThat(failure).as(about).isInstanceOf(MigrateException.class);
		assertThat(failure.getMessage()).as(about).doesNotContain("\n").endsWith(".");
		FailureAnalysis analysis = SpringFactoriesLoader.forDefaultResourceLocation()
			.load(FailureAnalyzer.class, FailureHandler.handleMessage((message, ex) -> {
			}))
			.stream()
			.filter((analyzer) -> analyzer.getClass().getName().startsWith("dev.migrate"))
			.map((analyzer) -> analyzer.analyze(failure))
			.findFirst()
			.orElseThrow();
		assertThat(analysis).as(about).isNotNull();
		clean(about + ", boot", analysis.getDescription() + analysis.getAction());
		StringWriter trace = new StringWriter();
		failure.printStackTrace(new PrintWriter(trace));
		clean(about + ", stack trace", trace.toString());
	}

	private void clean(String about, String text) {
		this.paths++;
		assertThat(text).as(about).isNotEmpty().doesNotContain(SECRET);
	}

	@Test
	void areNotToldWhereThereIsNoConnection(CapturedOutput output) {
		try (TestDatabase database = TestH2.database()) {
			withoutAServer().forEach((about, source) -> {
				CommandDesk desk = desk(database, source);
				desk.revision("aaaa11111111", "base", "create", "CREATE TABLE a (id INTEGER)", "DROP TABLE a");
				tellEverywhere(about, desk, output);
				assertThat(desk.err()).as(about).containsAnyOf("No connection to the database", "refused the login");
			});
		}
		System.out.println("error paths looked through for a password: " + this.paths + ", shown 0");
		assertThat(this.paths).isGreaterThan(200);
	}

	@Test
	void areNotToldWhereTheServerRefuses(CapturedOutput output) {
		try (TestDatabase database = TestPostgres.database()) {
			String role = "role_" + database.name();
			database.execute("CREATE ROLE " + role + " LOGIN CONNECTION LIMIT 0 PASSWORD '" + SECRET + "'");
			try {
				Map<String, DataSource> sources = new TreeMap<>();
				sources.put("nobody of that name", server(database, database.name(), "nosuch"));
				sources.put("too many", server(database, database.name(), role));
				sources.put("no such database", server(database, "nosuch", database.user()));
				sources.forEach((about, source) -> {
					CommandDesk desk = desk(database, source);
					desk.revision("aaaa11111111", "base", "create", "CREATE TABLE a (id INTEGER)", "DROP TABLE a");
					tellEverywhere(about, desk, output);
				});
			}
			finally {
				database.execute("DROP ROLE " + role);
			}
		}
	}

	@Test
	void ofARevisionAreNotToldWhenItFails(CapturedOutput output) {
		for (String sql : List.of("ALTER USER nosuch SET PASSWORD '" + SECRET + "'",
				"CREATE USER u PASSWORD '" + SECRET + "' NONSENSE",
				"SELECT * FROM t WHERE password='" + SECRET + "'")) {
			try (TestDatabase database = TestH2.database()) {
				CommandDesk desk = desk(database, database.dataSource());
				desk.revision("aaaa11111111", "base", "create", sql, "SELECT 1");
				for (String[] command : new String[][] { { "upgrade" }, { "upgrade", "-v" }, { "upgrade", "--json" },
						{ "status" } }) {
					assertThat(desk.run(command)).as(sql + desk.err()).isEqualTo(command[0].equals("status") ? 0 : 1);
					clean(sql, desk.out() + desk.err());
				}
				boot(sql,
						catchThrowable(() -> desk.databases()
							.get("default")
							.run(RunRequest.upgrade(TargetParser.parse("head"), "tester"))));
				clean(sql, output.getAll() + " ");
				assertThat(database.string("SELECT COUNT(*) FROM migrate_journal WHERE detail LIKE '%" + SECRET + "%'"))
					.isEqualTo("0");
			}
		}
	}

}
