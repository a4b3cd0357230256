package dev.migrate.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What was asked for on the command line.
 *
 * @param rounds instead of those of the plan, or 0
 * @param only part of the titles of the rows to measure, or null for all
 * @param quick whether to leave out what takes long, and measure once
 */
record Options(int rounds, @Nullable Pattern only, boolean quick) {

	private static final int QUICK_SIZE = 100;

	static Options parse(String[] arguments) {
		int rounds = 0;
		Pattern only = null;
		boolean quick = false;
		for (int index = 0; index < arguments.length; index++) {
			switch (arguments[index]) {
				case "--quick" -> quick = true;
				case "--rounds" -> rounds = Integer.parseInt(value(arguments, ++index));
				case "--only" -> only = Pattern.compile(value(arguments, ++index));
				default -> throw usage();
			}
		}
		return new Options(rounds, only, quick);
	}

	private static String value(String[] arguments, int index) {
		if (index >= arguments.length) {
			throw usage();
		}
		return arguments[index];
	}

	private static IllegalArgumentException usage() {
		return new IllegalArgumentException("benchmarks/run [--rounds N] [--only PATTERN] [--quick]");
	}

	/** Return whether the table is incomplete after this. */
	boolean partial() {
		return this.only != null || this.quick;
	}

	List<Row> of(List<Row> plan, boolean alembic) {
		List<Row> rows = new ArrayList<>();
		for (Row row : plan) {
			boolean named = this.only == null || this.only.matcher(row.title()).find();
			if (!named || (this.quick && row.size() > QUICK_SIZE)) {
				continue;
			}
			List<String> tools = row.tools().stream().filter((tool) -> alembic || !tool.equals("alembic")).toList();
			rows.add(row.with(tools, (this.rounds > 0) ? this.rounds : this.quick ? 1 : row.rounds()));
		}
		return rows;
	}

}
