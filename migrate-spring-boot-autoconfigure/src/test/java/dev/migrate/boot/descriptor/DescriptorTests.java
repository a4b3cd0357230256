package dev.migrate.boot.descriptor;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.plan.Step;
import dev.migrate.revision.Direction;
import dev.migrate.revision.RevisionId;
import dev.migrate.service.RevisionState;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DescriptorTests {

	private static RevisionDescriptor applied(String message) {
		return new RevisionDescriptor(RevisionId.of("ca5cd22ac516"), List.of(), List.of("auth"), List.of(), message,
				RevisionState.APPLIED, Instant.parse("2026-11-20T10:04:00Z"), 12L, true, null, null);
	}

	@Test
	void writesARevisionInDocumentedOrderWithoutEmptyFields() {
		assertThat(Json.write(applied("create \"students\"").fields())).isEqualTo("""
				{
				  "revision": "ca5cd22ac516",
				  "revises": [],
				  "dependsOn": ["auth"],
				  "branchLabels": [],
				  "message": "create \\"students\\"",
				  "state": "applied",
				  "appliedAt": "2026-11-20T10:04:00.000Z",
				  "executionTime": 12,
				  "reversible": true
				}""");
	}

	@Test
	void writesTimesInMilliseconds() {
		RevisionDescriptor revision = new RevisionDescriptor(RevisionId.of("a"), List.of(), List.of(), List.of(), "",
				RevisionState.APPLIED, Instant.parse("2026-11-20T10:04:05.123456Z"), null, true, null, null);
		assertThat(revision.fields()).containsEntry("appliedAt", "2026-11-20T10:04:05.123Z");
	}

	@Test
	void nestsListsOfObjects() {
		DatabaseDescriptor database = new DatabaseDescriptor("H2", List.of(), List.of(RevisionId.of("a")), true, 0,
				null, List.of(applied("one")));
		String json = Json.write(new MigrationsDescriptor(Map.of("default", database)).fields());
		assertThat(json).startsWith("""
				{
				  "databases": {
				    "default": {
				      "product": "H2",
				      "current": [],
				      "heads": ["a"],
				      "upToDate": true,
				      "pending": 0,
				      "revisions": [
				        {
				          "revision": "ca5cd22ac516",
				""");
	}

	@Test
	void escapesWhatJsonReserves() {
		assertThat(Json.write("a\\b\"c\n\t\u0001é")).isEqualTo("\"a\\\\b\\\"c\\n\\t\\u0001é\"");
	}

	@Test
	void leavesOutTheStatementsThatMayNotBeShown() {
		StepDescriptor step = new StepDescriptor(RevisionId.of("a"), Direction.UPGRADE, Step.Origin.FOLDER,
				List.of("SELECT 1"), null);
		RunDescriptor run = new RunDescriptor(List.of(), List.of(RevisionId.of("a")), List.of(step), true, List.of());
		assertThat(Json.write(run.fields())).contains("SELECT 1");
		assertThat(Json.write(run.withoutSql().fields())).doesNotContain("SELECT 1").doesNotContain("statements");
	}

	@Test
	void describesAFailureByItsSentence() {
		assertThat(ProblemDescriptor.of(new MigrateException(ErrorCode.LOCKED, "Busy.", "Wait.")).fields())
			.isEqualTo(Map.of("detail", "Busy.", "hint", "Wait.", "code", "LOCKED"));
	}

}
