package dev.migrate.benchmarks;

import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;

import ch.qos.logback.classic.LoggerContext;
import com.sun.management.OperatingSystemMXBean;
import org.apache.commons.logging.LogFactory;
import org.slf4j.LoggerFactory;

import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * One call of one tool, the first in its process, and perhaps some more. Prints what they
 * took. Driver, logging, Spring JDBC and Spring's resources have been used once before,
 * as in an application of Spring Boot whose pool has just started.
 */
public final class Worker {

	/** Begins the line of the first call. */
	static final String FIRST = "first";

	/** Begins the line of the later calls, which is the mean of one. */
	static final String LATER = "later";

	private static final int WARMING = 20;

	private static final int MEASURED = 10;

	// Nanoseconds after which no further call is begun.
	private static final long LONGEST = 1_500_000_000L;

	private final Tool tool;

	private final Work work;

	private final Place place;

	private final long server;

	private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

	private Worker(Tool tool, Work work, Place place, long server) {
		this.tool = tool;
		this.work = work;
		this.place = place;
		this.server = server;
	}

	/**
	 * Run.
	 * @param arguments tool, work, first or later, the process of the server, then the
	 * place
	 * @throws Exception whatever the tool throws
	 */
	public static void main(String[] arguments) throws Exception {
		((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger("ROOT")
			.setLevel(ch.qos.logback.classic.Level.ERROR);
		Logger.getLogger("").setLevel(Level.SEVERE);
		List<String> words = Arrays.asList(arguments);
		Place place = Place.of(words.subList(4, words.size()));
		startApplication(place);
		Worker worker = new Worker(Tools.get(arguments[0]), Work.of(arguments[1]), place, Long.parseLong(arguments[3]));
		worker.measure(FIRST, 1);
		if (arguments[2].equals(LATER)) {
			worker.call(WARMING);
			worker.measure(LATER, MEASURED);
		}
		// Pools of the tools keep threads.
		System.exit(0);
	}

	// What every tool would find in such an application, whether it needs it or not.
	private static void startApplication(Place place) throws Exception {
		LogFactory.getLog(Worker.class).debug("starting");
		new PathMatchingResourcePatternResolver().getResources("classpath*:nothing/**/*.none");
		try (Connection connection = DriverManager.getConnection(place.direct(), place.user(), "")) {
			new JdbcTemplate(new SingleConnectionDataSource(connection, true)).queryForObject("SELECT 1",
					Integer.class);
		}
	}

	private void measure(String mark, int times) throws Exception {
		double busy = Usage.ofServer(this.server);
		long cpu = this.system.getProcessCpuTime();
		long start = System.nanoTime();
		int calls = call(times);
		long wall = System.nanoTime() - start;
		cpu = this.system.getProcessCpuTime() - cpu;
		busy = Usage.ofServer(this.server) - busy;
		System.out.println(String.format(Locale.ROOT, "%s %.4f %.4f %.4f %.1f", mark, cpu / 1e6 / calls, busy / calls,
				wall / 1e6 / calls, Usage.peakMemory("self")));
	}

	private int call(int times) throws Exception {
		long start = System.nanoTime();
		int calls = 0;
		do {
			this.tool.run(this.work, this.place);
			calls++;
		}
		while (calls < times && System.nanoTime() - start < LONGEST);
		return calls;
	}

}
