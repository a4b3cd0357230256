package dev.migrate.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;

import com.sun.management.OperatingSystemMXBean;
import org.jspecify.annotations.Nullable;

/**
 * What the numbers were taken on and with.
 *
 * @param text one paragraph
 * @param alembic the versions of Alembic and SQLAlchemy, or null if it is not there
 */
record Machine(String text, @Nullable String alembic) {

	private static final double GIB = 1024.0 * 1024 * 1024;

	static Machine of(Server server) throws InterruptedException {
		String alembic = askPython();
		OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
		ClassPath path = ClassPath.ALL;
		String text = "PostgreSQL " + server.version() + " (fsync " + (server.syncs() ? "on" : "off") + "), driver "
				+ path.version("postgresql") + ", Java " + System.getProperty("java.vm.version") + ", "
				+ System.getProperty("os.name") + " " + System.getProperty("os.version").replaceFirst("-.*", "") + " "
				+ System.getProperty("os.arch") + ", " + Runtime.getRuntime().availableProcessors() + " processors, "
				+ Math.round(system.getTotalMemorySize() / GIB) + " GiB of memory. Flyway "
				+ path.version("flyway-core") + ", Liquibase " + path.version("liquibase-core") + ", Ebean migration "
				+ path.version("ebean-migration") + ", " + ((alembic != null) ? alembic : "no Alembic") + ", Hibernate "
				+ path.version("hibernate-core").replace(".Final", "") + ", Spring Boot " + path.version("spring-boot")
				+ ".";
		return new Machine(text, alembic);
	}

	private static @Nullable String askPython() throws InterruptedException {
		try {
			Process process = new ProcessBuilder(Trial.python(), "-c",
					"import alembic, sqlalchemy, psycopg2, platform\n"
							+ "print('Alembic', alembic.__version__, 'with SQLAlchemy', sqlalchemy.__version__,"
							+ " 'on Python', platform.python_version())")
				.start();
			String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
			return (process.waitFor() == 0) ? said : null;
		}
		catch (IOException ex) {
			return null;
		}
	}

}
