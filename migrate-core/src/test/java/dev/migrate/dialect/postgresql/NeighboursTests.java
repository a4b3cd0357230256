package dev.migrate.dialect.postgresql;

import java.util.List;

import dev.migrate.operation.ChangeColumnType;
import dev.migrate.schema.Column;
import dev.migrate.schema.QualifiedName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Changes of one table that stand side by side.
 */
class NeighboursTests {

	private static final QualifiedName STUDENTS = new QualifiedName("public", "students");

	private static ChangeColumnType change(String column, String from, String to, @Nullable String using) {
		return new ChangeColumnType(STUDENTS, Column.of(column, from), Column.of(column, to), using);
	}

	private static List<String> sql(ChangeColumnType... changes) {
		return new PostgresqlRenderer("public").render(List.of(changes));
	}

	@Test
	void twoColumnsChangeInOneStatement() {
		assertThat(sql(change("a", "integer", "bigint", null), change("b", "integer", "bigint", null))).hasSize(1);
	}

	@Test
	void aColumnThatChangesTwiceDoesSoInTwoStatements() {
		assertThat(sql(change("a", "integer", "bigint", null), change("b", "integer", "text", null),
				change("b", "text", "bigint", null)))
			.hasSize(2);
	}

	@Test
	void anExpressionThatMayReadAnotherColumnReadsItAfterItsChange() {
		assertThat(sql(change("a", "integer", "text", null), change("b", "integer", "text", "a || b"))).hasSize(2);
	}

}
