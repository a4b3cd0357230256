package dev.migrate.hibernate;

import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same changes as {@link EntityChangesIntegrationTests}, on H2.
 */
class EntityChangesOnH2IntegrationTests {

	private static Workshop h2;

	@BeforeAll
	static void open() {
		h2 = Workshop.h2();
	}

	@AfterAll
	static void close() {
		h2.close();
	}

	static Stream<EntityChange> changes() {
		return EntityChangesIntegrationTests.asked("h2");
	}

	@ParameterizedTest
	@MethodSource("changes")
	void changesH2AndGoesBack(EntityChange change) {
		EntityChangesIntegrationTests.changesAndGoesBack(h2, change);
	}

}
