package dev.migrate.boot.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.zaxxer.hikari.HikariDataSource;
import dev.migrate.boot.shop.ShopApplication;
import dev.migrate.diff.SchemaFilter;
import dev.migrate.generate.RevisionCustomizer;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.ObjectReference;
import dev.migrate.testkit.OwnDatabase;
import dev.migrate.testkit.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an application says about comparing and writing, by properties and by beans.
 */
class HooksIntegrationTests {

	private static final String EXCLUDED = "spring.migrate.exclude=crm.*";

	@TempDir
	Path root;

	private Path folder;

	@OwnDatabase
	TestDatabase database;

	@BeforeEach
	void open() throws IOException {
		this.folder = Files.createDirectory(this.root.resolve("migrations"));
	}

	private InProcess application(List<String> settings, Class<?>... more) {
		return InProcess.on(this.database, this.folder, settings,
				Stream.concat(Stream.of(ShopApplication.class), Stream.of(more)).toArray(Class<?>[]::new));
	}

	@Test
	void whatIsExcludedIsNeitherCreatedNorDriftNorMapped() throws IOException {
		this.database.execute("CREATE SCHEMA crm", "CREATE TABLE crm.customers (id BIGINT PRIMARY KEY, name TEXT)");
		try (InProcess shop = application(List.of(EXCLUDED))) {
			assertThat(shop.run("migrate", "-m", "create purchases")).as(shop.err()).isZero();
			assertThat(shop.out()).contains("Detected create table purchases").doesNotContain("crm");
			assertThat(shop.err())
				.contains("The foreign key of purchases (customer_id) to crm.customers is left alone");
			assertThat(newest()).contains("CREATE TABLE purchases").contains("customer_id").doesNotContain("crm");
			assertThat(shop.run("upgrade")).as(shop.err()).isZero();
			this.database.execute("ALTER TABLE purchases ADD FOREIGN KEY (customer_id) REFERENCES crm.customers",
					"ALTER TABLE crm.customers ADD COLUMN by_hand TEXT",
					"CREATE INDEX by_hand ON crm.customers (name)");
			assertThat(shop.run("check")).as(shop.out() + shop.err()).isZero();
			assertThat(shop.run("drift")).as(shop.out()).isZero();
			assertThat(shop.run("migrate", "-m", "again", "-v")).isZero();
			assertThat(shop.out()).startsWith("No changes detected: 2 entities and 1 table were compared.");
			assertThat(shop.err()).contains("Left alone: schema crm")
				.contains("Left alone: table crm.customers")
				.contains("Left alone: sequence public.customers_seq");
			assertThat(shop.run("prove")).as(shop.err()).isZero();
			assertThat(shop.run("attributes")).isZero();
			assertThat(newest()).doesNotContain("crm");
		}
	}

	@Test
	void aPoolDoesNotFillItselfForACommand() {
		try (InProcess shop = application(
				List.of("spring.datasource.hikari.maximum-pool-size=10", "spring.datasource.hikari.minimum-idle=10"))) {
			assertThat(shop.run("status")).as(shop.err()).isZero();
			HikariDataSource pool = shop.bean(HikariDataSource.class);
			assertThat(pool.getMinimumIdle()).isOne();
			assertThat(pool.getMaximumPoolSize()).isEqualTo(10);
			assertThat(pool.getHikariPoolMXBean().getTotalConnections()).isLessThanOrEqualTo(2);
		}
	}

	@Test
	void whatIsNotIncludedIsLeftAlone() throws IOException {
		try (InProcess shop = application(List.of("spring.migrate.include=purch*"))) {
			assertThat(shop.run("migrate", "-m", "create purchases")).as(shop.err()).isZero();
			assertThat(newest()).contains("CREATE TABLE purchases").doesNotContain("crm");
		}
		try (InProcess shop = application(List.of("spring.migrate.include=a.b.c"))) {
			assertThat(shop.run("check")).isEqualTo(1);
			assertThat(shop.err()).contains("'a.b.c'").contains("schema.table").doesNotContain("\tat ");
		}
	}

	@Test
	void anExcludedTableOfTheRevisionsIsNotDroppedAndItsForeignKeyIsWritten() throws IOException {
		Files.writeString(this.folder.resolve("first.sql"), """
				-- customers
				--
				-- revision: aaaa11111111
				-- revises: base

				-- migrate:upgrade
				CREATE SCHEMA crm;
				CREATE TABLE crm.customers (id BIGINT PRIMARY KEY, other TEXT);
				CREATE TABLE gone (id BIGINT);

				-- migrate:downgrade
				DROP TABLE gone;
				DROP TABLE crm.customers;
				DROP SCHEMA crm;

				-- migrate:mapping
				-- table gone: Gone
				-- column gone.id: Gone.id
				-- table crm.customers: Customer
				-- column crm.customers.other: Customer.other
				""");
		try (InProcess shop = application(List.of(EXCLUDED + ",gone"))) {
			assertThat(shop.run("migrate", "-m", "create purchases")).as(shop.err()).isZero();
			assertThat(shop.out().lines().filter((line) -> line.startsWith("Detected"))).singleElement()
				.asString()
				.contains("create table purchases");
			assertThat(newest()).contains("customer_id BIGINT REFERENCES crm.customers")
				.doesNotContain("DROP TABLE gone");
			assertThat(shop.run("upgrade")).as(shop.err()).isZero();
			assertThat(shop.run("check")).as(shop.out()).isZero();
		}
	}

	@Test
	void filtersAreBeansAndEachMayRefuse() throws IOException {
		try (InProcess shop = application(List.of(), Filters.class)) {
			assertThat(shop.run("migrate", "-m", "create purchases")).as(shop.err()).isZero();
			assertThat(newest()).contains("CREATE TABLE purchases")
				.contains("customer_id")
				.doesNotContain("crm")
				.doesNotContain("number");
			assertThat(shop.run("upgrade")).as(shop.err()).isZero();
			this.database.execute("ALTER TABLE purchases ADD COLUMN number TEXT");
			assertThat(shop.run("check")).as(shop.out()).isZero();
		}
	}

	@Configuration(proxyBeanMethods = false)
	static class Filters {

		@Bean
		SchemaFilter withoutCrm() {
			return (candidate) -> !candidate.name().schema().equals("crm")
					&& !(candidate.kind() == ObjectReference.Kind.NAMESPACE && candidate.name().name().equals("crm"));
		}

		@Bean
		SchemaFilter withoutNumbers() {
			return (candidate) -> candidate.kind() != ObjectReference.Kind.COLUMN
					|| !candidate.member().equals("number");
		}

	}

	@Test
	void customizersChangeWhatIsWrittenInTheirOrder() throws IOException {
		try (InProcess shop = application(List.of(EXCLUDED), Customizers.class)) {
			assertThat(shop.run("migrate", "-m", "create purchases")).as(shop.err()).isZero();
			assertThat(shop.out()).contains("Detected create table purchases")
				.contains("Customized: added execute COMMENT ON TABLE purchases IS 'first'")
				.contains("Customized: added execute GRANT SELECT ON purchases TO public");
			assertThat(newest()).containsSubsequence("-- migrate:upgrade", "CREATE TABLE purchases",
					"COMMENT ON TABLE purchases IS 'first';", "GRANT SELECT ON public.purchases TO public;",
					"-- migrate:downgrade", "REVOKE SELECT ON public.purchases FROM public;",
					"COMMENT ON TABLE purchases IS NULL;", "DROP TABLE purchases;");
			assertThat(shop.run("upgrade")).as(shop.err()).isZero();
			assertThat(shop.run("check")).as(shop.out()).isZero();
			assertThat(shop.run("downgrade")).as(shop.err()).isZero();
		}
	}

	@Configuration(proxyBeanMethods = false)
	static class Customizers {

		@Bean
		@Order(2)
		RevisionCustomizer grants() {
			return (revision) -> {
				for (CreateTable created : revision.upgrade()
					.stream()
					.filter(CreateTable.class::isInstance)
					.map(CreateTable.class::cast)
					.toList()) {
					revision = revision.and(new ExecuteSql("GRANT SELECT ON " + created.table().name() + " TO public",
							"REVOKE SELECT ON " + created.table().name() + " FROM public"));
				}
				return revision;
			};
		}

		@Bean
		@Order(1)
		RevisionCustomizer comments() {
			return (revision) -> revision
				.and(new ExecuteSql("COMMENT ON TABLE purchases IS 'first'", "COMMENT ON TABLE purchases IS NULL"));
		}

	}

	@Test
	void whatACustomizerReturnsIsProven() throws IOException {
		try (InProcess shop = application(List.of(EXCLUDED), Careless.class)) {
			assertThat(shop.run("migrate", "-m", "create purchases")).isEqualTo(1);
			assertThat(shop.err()).contains("the schema is not what the entities want: create table public.purchases")
				.contains("A RevisionCustomizer changed what had been found")
				.contains("SchemaFilter");
			assertThat(this.folder).isEmptyDirectory();
		}
	}

	@Configuration(proxyBeanMethods = false)
	static class Careless {

		@Bean
		RevisionCustomizer leavesTablesOut() {
			return (revision) -> revision
				.withUpgrade(revision.upgrade().stream().filter((one) -> !(one instanceof CreateTable)).toList());
		}

	}

	private String newest() throws IOException {
		try (Stream<Path> files = Files.list(this.folder)) {
			return Files.readString(
					files.filter((file) -> file.toString().contains("create_purchases")).findFirst().orElseThrow());
		}
	}

}
