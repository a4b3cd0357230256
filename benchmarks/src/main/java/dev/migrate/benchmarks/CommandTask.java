package dev.migrate.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a command of the sample application's jar, and Alembic's of the same name.
 */
record CommandTask(Histories histories, Server server, Trial trial, Path folder, String command) implements Task {

	private static final int REVISIONS = 9;

	private static final String DATABASE = "sample";

	@Override
	public List<Measurement> run(Row row, String tool, Wire wire) throws IOException, InterruptedException {
		List<String> words = switch (tool) {
			case "raw" -> List.of(Trial.java(), "-cp", ClassPath.ALL.only("postgresql").text(), OneRow.class.getName(),
					wire.through(this.server.url("postgres")), this.server.user());
			case "alembic" -> alembic(wire);
			case "migrate" -> db(List.of("-jar", jar().toString()), wire, this.command);
			case "migrate-cds" -> db(shared(), wire, this.command);
			default -> throw new IllegalArgumentException(tool);
		};
		return List.of(this.trial.whole(words).as(row.name(), row.size(), tool));
	}

	private List<String> alembic(Wire wire) throws IOException, InterruptedException {
		Path home = this.histories.folder(REVISIONS).resolve("alembic");
		String url = wire.through(this.server.url(this.histories.applied("alembic", REVISIONS, Packaging.FOLDER)))
			.replace("jdbc:postgresql://", "postgresql+psycopg2://" + this.server.user() + "@");
		Path file = Files.writeString(home.resolve("alembic.ini"),
				"[alembic]\nscript_location = " + home + "\nsqlalchemy.url = " + url + "\n");
		return List.of(Trial.python(), "-m", "alembic", "-c", file.toString(), this.command);
	}

	private List<String> db(List<String> jar, Wire wire, String name) throws IOException, InterruptedException {
		if (!Files.exists(this.folder.resolve("sample-ready"))) {
			Files.createFile(this.folder.resolve("sample-ready"));
			this.server.recreate(DATABASE);
			this.trial.said(db(List.of("-jar", jar().toString()), Wire.straight(), "upgrade"));
		}
		List<String> words = new ArrayList<>(List.of(Trial.java()));
		words.addAll(jar);
		words.addAll(List.of("db", name, "--spring.datasource.url=" + wire.through(this.server.url(DATABASE)),
				"--spring.datasource.username=" + this.server.user(), "--spring.datasource.password="));
		return words;
	}

	// As a deployment would: unpack the jar, run a command once to see which classes are
	// loaded, keep those.
	private List<String> shared() throws IOException, InterruptedException {
		Path unpacked = this.folder.resolve("unpacked");
		Path archive = unpacked.resolve("sample-app.jsa");
		Path jar = unpacked.resolve("sample-app.jar");
		if (!Files.exists(archive)) {
			this.trial.said(List.of(Trial.java(), "-Djarmode=tools", "-jar", jar().toString(), "extract",
					"--destination", unpacked.toString()));
			this.trial
				.said(db(List.of("-XX:ArchiveClassesAtExit=" + archive, "-XX:+UseSerialGC", "-jar", jar.toString()),
						Wire.straight(), "current"));
		}
		return List.of("-XX:SharedArchiveFile=" + archive, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar",
				jar.toString());
	}

	private static Path jar() {
		return Path.of("sample-app/target/sample-app.jar").toAbsolutePath();
	}

}
