package dev.migrate.hibernate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;

import dev.migrate.testkit.TestDatabase;
import dev.migrate.testkit.TestH2;
import dev.migrate.testkit.TestPostgres;

import static org.assertj.core.api.Assertions.assertThat;

class ReservedWordsIntegrationTests {

	@Test
	void agreesWithPostgreSql() {
		try (TestDatabase database = TestPostgres.database()) {
			DatabaseProduct product = new DatabaseProduct("PostgreSQL", TestPostgres.majorVersion(), 0, null);
			List<String> keywords = database.strings("SELECT word FROM pg_get_keywords() ORDER BY word");
			assertThat(refused(database.dataSource(), keywords)).containsExactlyElementsOf(
					keywords.stream().filter((word) -> ReservedWords.isReserved(product, word)).toList());
		}
	}

	@Test
	void agreesWithH2() {
		try (TestDatabase database = TestH2.database(); TestDatabase postgres = TestPostgres.database()) {
			TreeSet<String> words = new TreeSet<>(postgres.strings("SELECT word FROM pg_get_keywords()"));
			words.addAll(List.of("rownum", "qualify", "minus", "uescape", "regexp", "ilike", "intersects", "top",
					"_rowid_", "second", "key", "value", "name", "type", "status", "data", "count", "timestamp"));
			assertThat(refused(database.dataSource(), List.copyOf(words))).containsExactlyElementsOf(
					words.stream().filter((word) -> ReservedWords.isReserved(TestUnit.H2, word)).toList());
		}
	}

	@Test
	void agreesWithTheDriversOnKeywords() throws SQLException {
		try (TestDatabase h2 = TestH2.database(); TestDatabase postgres = TestPostgres.database()) {
			assertThat(driverKeywords(postgres)).containsExactlyElementsOf(
					DriverKeywords.of(new DatabaseProduct("PostgreSQL", TestPostgres.majorVersion(), 0, null)));
			assertThat(driverKeywords(h2)).containsExactlyElementsOf(DriverKeywords.of(TestUnit.H2));
		}
	}

	private static TreeSet<String> driverKeywords(TestDatabase database) throws SQLException {
		try (Connection connection = database.connect()) {
			return new TreeSet<>(
					List.of(connection.getMetaData().getSQLKeywords().toLowerCase(Locale.ROOT).split(",")));
		}
	}

	private static List<String> refused(DataSource database, List<String> words) {
		List<String> refused = new ArrayList<>();
		for (String word : words) {
			try {
				Catalogue.run(database, List.of("create table words (" + word + " int)", "drop table words"));
			}
			catch (SQLException ex) {
				refused.add(word);
			}
		}
		return refused;
	}

}
