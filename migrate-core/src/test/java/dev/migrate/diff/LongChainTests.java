package dev.migrate.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.postgresql.PostgresqlDialect;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Reversal;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaFingerprint;
import dev.migrate.schema.Table;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Thousands of tables that refer to each other in a row, on a small stack: nothing here
 * follows foreign keys by calling itself.
 */
class LongChainTests {

	private static final int LENGTH = 2_000;

	private static final Dialect DIALECT = new PostgresqlDialect();

	// The last refers to none, so that the order of the names is the wrong one.
	private static Schema chain() {
		return Schema.of(IntStream.range(0, LENGTH).mapToObj(LongChainTests::table).toList());
	}

	private static QualifiedName name(int number) {
		return new QualifiedName("public", "t%05d".formatted(number));
	}

	private static Table table(int number) {
		List<Column> columns = List.of(column("id", false), column("next", true));
		Table table = Table.of(name(number), columns)
			.withPrimaryKey(PrimaryKey.of(name(number).name() + "_pkey", List.of("id")));
		return (number + 1 == LENGTH) ? table : table.withForeignKeys(List
			.of(ForeignKey.of(name(number).name() + "_next_fkey", List.of("next"), name(number + 1), List.of("id"))));
	}

	private static Column column(String name, boolean nullable) {
		return new Column(name, ColumnType.of("bigint"), nullable, null, null, null, null, null);
	}

	private static Comparison compare(Schema actual, Schema desired) {
		return new SchemaComparator().compare(actual, desired, ComparisonRules.exact(DIALECT.serverNames(), "public"));
	}

	@Test
	void isCreatedAndDroppedInTheOrderOfItsKeys() throws InterruptedException {
		List<QualifiedName> backwards = IntStream.range(0, LENGTH).mapToObj((i) -> name(LENGTH - 1 - i)).toList();
		onASmallStack(() -> {
			Comparison comparison = compare(Schema.empty(), chain());
			assertThat(comparison.upgrade()).hasSize(LENGTH);
			assertThat(
					comparison.upgrade().stream().map((operation) -> ((CreateTable) operation).table().name()).toList())
				.isEqualTo(backwards);
			List<Operation> down = new ArrayList<>();
			comparison.downgrade().forEach((reversal) -> down.add(((Reversal.By) reversal).operation()));
			assertThat(down.stream().map((operation) -> ((DropTable) operation).table().name()).toList())
				.isEqualTo(IntStream.range(0, LENGTH).mapToObj(LongChainTests::name).toList());
			assertThat(DIALECT.renderer("public").render(comparison.upgrade())).hasSize(LENGTH);
			assertThat(DIALECT.renderer("public").render(down)).hasSize(LENGTH);
		});
	}

	@Test
	void isComparedWithItselfAndWithNothing() throws InterruptedException {
		onASmallStack(() -> {
			assertThat(compare(chain(), chain()).isEmpty()).isTrue();
			assertThat(compare(chain(), Schema.empty()).upgrade()).hasSize(LENGTH);
			assertThat(SchemaFingerprint.of(chain())).isEqualTo(SchemaFingerprint.of(chain()));
		});
	}

	private static void onASmallStack(Runnable work) throws InterruptedException {
		List<Throwable> failures = new ArrayList<>();
		Thread thread = new Thread(null, work, "small stack", 256 * 1024);
		thread.setUncaughtExceptionHandler((where, failure) -> failures.add(failure));
		thread.start();
		thread.join();
		assertThat(failures).isEmpty();
	}

}
