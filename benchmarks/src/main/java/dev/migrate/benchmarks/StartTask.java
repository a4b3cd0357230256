package dev.migrate.benchmarks;

import java.io.IOException;
import java.util.List;

/**
 * Starts a small Spring Boot application on a database that is up to date.
 */
record StartTask(Histories histories, Server server, Trial trial) implements Task {

	@Override
	public List<Measurement> run(Row row, String tool, Wire wire) throws IOException, InterruptedException {
		String database = tool.startsWith("migrate") ? booted(tool, row.size())
				: this.histories.applied(tool, row.size(), Packaging.FOLDER);
		return this.trial.samples(command(tool, row.size(), wire.through(this.server.url(database))))
			.stream()
			.map((sample) -> sample.as(row.name(), row.size(), tool))
			.toList();
	}

	// The application remembers the revisions of all its sources: it has to apply them
	// itself.
	private String booted(String tool, int size) throws IOException, InterruptedException {
		String database = "booted_" + tool.replace('-', '_') + "_" + size;
		if (this.server.createIfMissing(database)) {
			this.trial.samples(command(tool, size, this.server.url(database)));
		}
		return database;
	}

	private List<String> command(String tool, int size, String url) throws IOException {
		return List.of(Trial.java(), "-cp", this.histories.root(tool, size) + ":" + ClassPath.ALL.only(tool).text(),
				Start.class.getName(), Long.toString(this.server.process()), "--spring.datasource.url=" + url,
				"--spring.datasource.username=" + this.server.user(), "--spring.datasource.password=",
				"--spring.main.banner-mode=off", "--logging.level.root=error", "--spring.jpa.hibernate.ddl-auto=none",
				"--spring.datasource.hikari.maximum-pool-size=2", "--spring.migrate.auto-upgrade=true",
				"--spring.liquibase.change-log=classpath:master.yaml");
	}

}
