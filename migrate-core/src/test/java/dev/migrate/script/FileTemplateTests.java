package dev.migrate.script;

import java.time.Instant;
import java.util.List;

import dev.migrate.error.ErrorCode;
import dev.migrate.error.MigrateException;
import dev.migrate.revision.RevisionId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FileTemplateTests {

	private static Header header(String message) {
		return new Header(message, RevisionId.of("ca5cd22ac516"), List.of(), List.of(), List.of(), List.of(),
				Instant.parse("2026-11-20T10:04:00Z"));
	}

	@Test
	void namesAFileByTimeIdAndMessage() {
		assertThat(FileTemplate.DEFAULT.name(header("create students")))
			.isEqualTo("20261120_1004_ca5cd22ac516_create_students.sql");
	}

	@Test
	void keepsLettersAndDigitsOfTheMessage() {
		assertThat(FileTemplate.DEFAULT.name(header("Élèves: 2nd -- table!")))
			.endsWith("ca5cd22ac516_eleves_2nd_table.sql");
	}

	@Test
	void cutsALongMessageBetweenWords() {
		assertThat(new FileTemplate("{slug}").name(header("a message that is far longer than a file name should be")))
			.isEqualTo("a_message_that_is_far_longer_than_a_file.sql");
	}

	@Test
	void leavesNoSeparatorWhereTheMessageHasNoLetter() {
		assertThat(FileTemplate.DEFAULT.name(header("学生"))).isEqualTo("20261120_1004_ca5cd22ac516.sql");
	}

	@Test
	void makesFolders() {
		assertThat(new FileTemplate("{date}/{rev}-{slug}").name(header("x"))).isEqualTo("20261120/ca5cd22ac516-x.sql");
	}

	@Test
	void refusesUnknownParts() {
		assertThatExceptionOfType(MigrateException.class)
			.isThrownBy(() -> new FileTemplate("{nosuch}").name(header("x")))
			.withMessageContaining("{nosuch}")
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo(ErrorCode.USAGE));
	}

}
