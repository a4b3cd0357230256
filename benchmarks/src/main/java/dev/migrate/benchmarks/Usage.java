package dev.migrate.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What processes have used so far, as Linux tells it; elsewhere nothing is known, and
 * that is 0.
 */
final class Usage {

	private static final double TICK = 10;

	private Usage() {
	}

	/**
	 * Return the CPU of a server and its processes, with those that have ended.
	 * @param process of the server
	 * @return milliseconds, in steps of ten
	 */
	static double ofServer(long process) {
		// A child that ends meanwhile is counted with the server, and must not be missed.
		double ended;
		double living;
		do {
			ended = millis(process, 2, 4);
			living = 0;
			for (String child : read("/proc/" + process + "/task/" + process + "/children").split(" ")) {
				if (!child.isBlank()) {
					living += millis(Long.parseLong(child.trim()), 0, 2);
				}
			}
		}
		while (ended != millis(process, 2, 4));
		return ended + living + millis(process, 0, 2);
	}

	/**
	 * Return the CPU of those children of this process that have ended.
	 */
	static double ofEndedChildren() {
		return millis(ProcessHandle.current().pid(), 2, 4);
	}

	/**
	 * Return the largest resident size of a process so far, in MiB.
	 */
	static double peakMemory(String process) {
		String status = read("/proc/" + process + "/status");
		int start = status.indexOf("VmHWM:");
		if (start < 0) {
			return 0;
		}
		String line = status.substring(start + 6, status.indexOf(" kB", start));
		return Long.parseLong(line.trim()) / 1024.0;
	}

	// Of the fields after the name: utime, stime, and for those that were waited for
	// cutime and cstime.
	private static double millis(long process, int from, int to) {
		String stat = read("/proc/" + process + "/stat");
		if (stat.isEmpty()) {
			return 0;
		}
		List<String> words = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
		long ticks = 0;
		for (String word : words.subList(11 + from, 11 + to)) {
			ticks += Long.parseLong(word);
		}
		return ticks * TICK;
	}

	private static String read(String file) {
		try {
			return Files.readString(Path.of(file));
		}
		catch (IOException ex) {
			return "";
		}
	}

}
