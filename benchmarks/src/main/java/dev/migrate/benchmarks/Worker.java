package dev.migrate.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;

import ch.qos.logback.classic.LoggerContext;
import com.sun.management.OperatingSystemMXBean;
import org.slf4j.LoggerFactory;

/**
 * One call of one tool, the first in its process. Prints what it took.
 */
public final class Worker {

	/** Begins the line that is read. */
	static final String MARK = "measured ";

	private Worker() {
	}

	/**
	 * Run.
	 * @param arguments tool, work, folder, how many revisions, url, user, password
	 * @throws Exception whatever the tool throws
	 */
	public static void main(String[] arguments) throws Exception {
		((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger("ROOT")
			.setLevel(ch.qos.logback.classic.Level.ERROR);
		Logger.getLogger("").setLevel(Level.SEVERE);
		Tool tool = Tools.get(arguments[0]);
		Work work = Work.valueOf(arguments[1].toUpperCase(Locale.ROOT));
		Place place = new Place(arguments[4], arguments[5], arguments[6], Path.of(arguments[2]),
				Integer.parseInt(arguments[3]));
		OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
		long cpu = system.getProcessCpuTime();
		long start = System.nanoTime();
		tool.run(work, place);
		long wall = System.nanoTime() - start;
		cpu = system.getProcessCpuTime() - cpu;
		System.out.println(MARK + cpu / 1000 + " " + wall / 1000 + " " + peakMemory());
		// Pools of the tools keep threads.
		System.exit(0);
	}

	/** Return the largest resident size so far, in KiB. */
	private static long peakMemory() throws IOException {
		Path status = Path.of("/proc/self/status");
		if (!Files.isReadable(status)) {
			return 0;
		}
		return Files.readAllLines(status)
			.stream()
			.filter((line) -> line.startsWith("VmHWM:"))
			.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")))
			.findFirst()
			.orElse(0);
	}

}
