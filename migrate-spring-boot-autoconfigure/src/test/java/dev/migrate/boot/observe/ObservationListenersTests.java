package dev.migrate.boot.observe;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import dev.migrate.dialect.Dialects;
import dev.migrate.dialect.h2.H2Dialect;
import dev.migrate.error.MigrateException;
import dev.migrate.event.MigrationListener;
import dev.migrate.revision.Target;
import dev.migrate.revision.TargetParser;
import dev.migrate.script.ResourceScriptSource;
import dev.migrate.service.Connections;
import dev.migrate.service.DefaultMigrationService;
import dev.migrate.service.EngineSettings;
import dev.migrate.service.MigrationService;
import dev.migrate.service.RunRequest;
import dev.migrate.testkit.TestDatabase;
import dev.migrate.testkit.TestH2;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ObservationListenersTests {

	@TempDir
	private Path folder;

	private final MeterRegistry meters = new SimpleMeterRegistry();

	private TestDatabase database;

	private MigrationService service;

	@BeforeEach
	void createService() throws IOException {
		RevisionFiles.writeTwo(this.folder);
		this.database = TestH2.database();
		ObservationRegistry observations = ObservationRegistry.create();
		observations.observationConfig().observationHandler(new DefaultMeterObservationHandler(this.meters));
		MigrationListener listener = new ObservationListeners(() -> observations).forDatabase("school");
		this.service = new DefaultMigrationService(Connections.of(this.database.dataSource()),
				new Dialects(List.of(new H2Dialect())),
				List.of(new ResourceScriptSource(new PathMatchingResourcePatternResolver(),
						List.of(this.folder.toUri().toString()))),
				EngineSettings.DEFAULT, List.of(listener));
	}

	@AfterEach
	void closeDatabase() {
		this.database.close();
	}

	private long count(String name, String direction, String outcome) {
		return this.meters.get(name)
			.tag("database", "school")
			.tag("direction", direction)
			.tag("outcome", outcome)
			.timer()
			.count();
	}

	@Test
	void timesARunAndEachOfItsRevisions() {
		this.service.run(RunRequest.upgrade(Target.head(), "tester"));
		this.service.run(RunRequest.downgrade(TargetParser.parse("-1"), "tester"));
		assertThat(count("migrate.run", "upgrade", "success")).isEqualTo(1);
		assertThat(count("migrate.revision", "upgrade", "success")).isEqualTo(2);
		assertThat(count("migrate.run", "downgrade", "success")).isEqualTo(1);
		assertThat(count("migrate.revision", "downgrade", "success")).isEqualTo(1);
	}

	@Test
	void countsAFailureOnceForTheRunAndOnceForItsRevision() throws IOException {
		RevisionFiles.writeBroken(this.folder);
		assertThatExceptionOfType(MigrateException.class)
			.isThrownBy(() -> this.service.run(RunRequest.upgrade(Target.head(), "tester")));
		assertThat(count("migrate.run", "upgrade", "failure")).isEqualTo(1);
		assertThat(count("migrate.revision", "upgrade", "failure")).isEqualTo(1);
		assertThat(count("migrate.revision", "upgrade", "success")).isEqualTo(2);
	}

	@Test
	void keepsTheRevisionOutOfTheTags() {
		this.service.run(RunRequest.upgrade(Target.head(), "tester"));
		assertThat(this.meters.get("migrate.revision").timer().getId().getTags()).extracting((tag) -> tag.getKey())
			.containsExactlyInAnyOrder("database", "direction", "outcome", "error");
	}

	@Test
	void observesNothingWhenThereIsNothingToDo() {
		this.service.run(RunRequest.upgrade(Target.head(), "tester"));
		this.service.run(RunRequest.upgrade(Target.head(), "tester"));
		assertThat(count("migrate.run", "upgrade", "success")).isEqualTo(1);
	}

}
