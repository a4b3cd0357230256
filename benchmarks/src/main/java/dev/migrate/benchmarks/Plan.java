package dev.migrate.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * All rows of the table, in its order.
 */
final class Plan {

	/** What a process of the largest sizes may use. */
	static final String SMALL_HEAP = "-Xmx256m";

	private static final List<String> NO_HEAP = List.of();

	private static final List<String> UP = List.of("raw", "raw-one", "migrate", "migrate-all", "flyway", "flyway-group",
			"liquibase", "ebean", "alembic");

	private static final List<String> BACK = List.of("raw", "raw-one", "migrate", "migrate-all", "liquibase",
			"alembic");

	private static final List<String> OURS = List.of("raw", "raw-one", "migrate", "migrate-all");

	private static final Set<String> ALL = Set
		.copyOf(List.of("raw", "raw-one", "raw-index", "raw-reflect", "raw-metadata", "hibernate", "migrate",
				"migrate-all", "migrate-cds", "flyway", "flyway-group", "liquibase", "ebean", "alembic"));

	private static final Set<String> NONE = Set.of();

	private static final Set<String> OUR_COUNTS = Set.of("migrate", "migrate-all", "migrate-cds");

	// Those whose counting does not take long.
	private static final Set<String> QUICK = Set.of("raw", "raw-one", "raw-reflect", "migrate", "migrate-all",
			"alembic");

	private final Server server;

	private final Trial trial;

	private final Path folder;

	private final Histories histories;

	private final Models models;

	private final List<Row> rows = new ArrayList<>();

	private Plan(Server server, Path folder) {
		this.server = server;
		this.trial = new Trial(server, folder);
		this.folder = folder;
		this.histories = new Histories(server, this.trial, folder);
		this.models = new Models(server, folder);
	}

	static List<Row> rows(Server server, Path folder) {
		Plan plan = new Plan(server, folder);
		plan.applying();
		plan.nothingToDo();
		plan.undoing();
		plan.farAway();
		plan.starting();
		plan.commands();
		plan.comparing();
		return List.copyOf(plan.rows);
	}

	private void applying() {
		Task task = history(Work.APPLY, Packaging.FOLDER, NO_HEAP);
		add("apply", 100, UP, 4, ALL, task);
		add("apply", 1000, UP, 2, QUICK, task);
		// What a peer takes long for has one turn.
		add("apply", 5000, List.of("raw", "raw-one", "migrate", "migrate-all", "ebean", "alembic"), 2, NONE, task);
		add("apply", 5000, List.of("flyway", "flyway-group", "liquibase"), 1, NONE, task);
		add("apply", 10000, OURS, 1, NONE, history(Work.APPLY, Packaging.FOLDER, List.of(SMALL_HEAP)));
	}

	private void undoing() {
		Task task = history(Work.UNDO, Packaging.FOLDER, NO_HEAP);
		add("undo", 100, BACK, 4, ALL, task);
		add("undo", 1000, BACK, 2, QUICK, task);
		add("undo", 5000, BACK, 1, NONE, task);
		add("undo", 10000, OURS, 1, NONE, history(Work.UNDO, Packaging.FOLDER, List.of(SMALL_HEAP)));
	}

	private void nothingToDo() {
		for (Packaging packaging : Packaging.values()) {
			String name = "up to date (" + packaging.word() + ")";
			boolean folder = packaging == Packaging.FOLDER;
			List<String> quick = folder ? List.of("raw", "raw-index", "migrate", "ebean", "alembic")
					: List.of("raw", "raw-index", "migrate", "ebean");
			Task task = history(Work.NOTHING, packaging, NO_HEAP);
			for (int size : List.of(10, 100, 1000, 5000)) {
				add(name, size, quick, 3, folder ? ALL : OUR_COUNTS, task);
				add(name, size, List.of("flyway", "liquibase"), 1, folder ? ALL : NONE, task);
			}
		}
		add("up to date (folder)", 10000, List.of("raw", "raw-index", "migrate"), 2, OUR_COUNTS,
				history(Work.NOTHING, Packaging.FOLDER, List.of(SMALL_HEAP)));
	}

	private void farAway() {
		for (int millis : List.of(1, 5)) {
			String far = " at " + millis + " ms";
			Duration roundTrip = Duration.ofMillis(millis);
			this.rows.add(
					new Row("apply" + far, 100, UP, 1, ALL, roundTrip, history(Work.APPLY, Packaging.FOLDER, NO_HEAP)));
			this.rows.add(new Row("up to date" + far, 100,
					List.of("raw", "migrate", "flyway", "liquibase", "ebean", "alembic"), 2, ALL, roundTrip,
					history(Work.NOTHING, Packaging.FOLDER, NO_HEAP)));
			this.rows.add(
					new Row("undo" + far, 100, BACK, 1, ALL, roundTrip, history(Work.UNDO, Packaging.FOLDER, NO_HEAP)));
		}
	}

	private Task history(Work work, Packaging packaging, List<String> heap) {
		return new HistoryTask(this.histories, this.server, this.trial, work, packaging, heap);
	}

	private void starting() {
		Task task = new StartTask(this.histories, this.server, this.trial);
		for (int size : List.of(100, 1000)) {
			add("Spring Boot start", size, List.of("raw", "migrate", "flyway", "liquibase"), 3,
					(size == 100) ? ALL : NONE, task);
		}
	}

	private void commands() {
		for (String command : List.of("current", "history", "heads", "--help")) {
			add("db " + command, 0, List.of("raw", "migrate", "migrate-cds", "alembic"), 2,
					command.equals("current") ? ALL : OUR_COUNTS,
					new CommandTask(this.histories, this.server, this.trial, this.folder, command));
		}
	}

	private void comparing() {
		List<String> tools = List.of("raw-reflect", "migrate", "alembic");
		Task compare = model(Work.COMPARE, 0, NO_HEAP);
		for (int size : List.of(50, 500)) {
			add("compare", size, tools, 3, ALL, compare);
			add("compare", size, List.of("liquibase"), 1, (size == 50) ? ALL : NONE, compare);
		}
		add("compare", 2000, tools, 2, OUR_COUNTS, compare);
		add("compare", 5000, List.of("raw-reflect", "migrate"), 1, OUR_COUNTS,
				model(Work.COMPARE, 0, List.of(SMALL_HEAP)));
		for (int size : List.of(50, 500, 2000)) {
			add("compare: ten changes", size, tools, 2, NONE, model(Work.COMPARE, Model.CHANGES, NO_HEAP));
		}
		generating();
		for (int size : List.of(50, 500, 2000)) {
			add("db prove", size, List.of("raw-reflect", "migrate"), (size == 50) ? 2 : 1,
					(size < 2000) ? OUR_COUNTS : NONE, model(Work.PROVE, 0, NO_HEAP));
		}
	}

	private void generating() {
		List<String> tools = List.of("raw-metadata", "hibernate", "migrate", "alembic");
		for (int differences : List.of(0, Model.CHANGES)) {
			String name = (differences == 0) ? "db migrate" : "db migrate: ten changes";
			Task task = model(Work.GENERATE, differences, NO_HEAP);
			add(name, 50, tools, 2, ALL, task);
			add(name, 500, tools, 1, OUR_COUNTS, task);
			add(name, 2000, (differences == 0) ? tools : List.of("migrate", "alembic"), 1, NONE, task);
			if (differences == 0) {
				add(name, 5000, List.of("raw-metadata", "hibernate", "migrate"), 1, NONE,
						model(Work.GENERATE, differences, List.of(SMALL_HEAP)));
			}
		}
	}

	private Task model(Work work, int differences, List<String> heap) {
		return new ModelTask(this.models, this.trial, work, differences, heap);
	}

	private void add(String name, int size, List<String> tools, int rounds, Set<String> counted, Task task) {
		this.rows.add(new Row(name, size, tools, rounds, counted, Duration.ZERO, task));
	}

}
