package dev.migrate.benchmarks;

import java.util.ArrayList;
import java.util.List;

/**
 * How a worker is started.
 *
 * @param java the command up to the arguments, for a tool that runs in Java
 * @param tool who
 * @param work what
 */
record Launch(List<String> java, String tool, Work work) {

	boolean isPython() {
		return this.tool.equals("alembic");
	}

	/**
	 * Start from a class path.
	 * @param heap the largest heap, such as {@code -Xmx256m}, or nothing
	 * @param folders before everything else on the class path
	 */
	static Launch of(List<String> heap, List<String> folders, String tool, Work work) {
		List<String> java = new ArrayList<>(List.of(Trial.java()));
		java.addAll(heap);
		List<String> path = new ArrayList<>(folders);
		path.add(ClassPath.ALL.text());
		java.addAll(List.of("-cp", String.join(":", path), Worker.class.getName()));
		return new Launch(java, tool, work);
	}

	/** Start an executable jar. */
	static Launch of(String jar, String tool, Work work) {
		return new Launch(List.of(Trial.java(), "-jar", jar), tool, work);
	}

}
