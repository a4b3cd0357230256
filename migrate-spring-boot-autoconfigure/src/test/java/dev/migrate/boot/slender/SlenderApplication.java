package dev.migrate.boot.slender;

import java.sql.DriverManager;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes its DataSource in one of several ways. Where the database is says a bean, and
 * each DataSource wants another one for it.
 */
@SpringBootApplication
public class SlenderApplication {

	public static void main(String[] args) {
		SpringApplication.run(SlenderApplication.class, args);
	}

	static DataSource at(String folder) {
		return DataSourceBuilder.create()
			.type(SimpleDriverDataSource.class)
			.url("jdbc:h2:file:" + folder + "/db")
			.username("sa")
			.build();
	}

	@Bean
	SecurityFilterChain filters(HttpSecurity http) {
		throw new IllegalStateException("Who wants filters?");
	}

	/** Where the database is. */
	record Place(String folder) {

	}

	@Configuration
	static class Places {

		@Bean
		Place place() {
			return new Place("./here");
		}

	}

	@Configuration
	@ConditionalOnProperty(name = "slender.wants", havingValue = "place")
	static class OfAPlace {

		@Bean
		DataSource dataSource(Place place) {
			return at(place.folder());
		}

	}

	@Configuration
	@ConditionalOnProperty(name = "slender.wants", havingValue = "json")
	static class OfJson {

		@Bean
		DataSource dataSource(JsonMapper json) {
			return at(json.readTree("{\"folder\":\"./here\"}").get("folder").asString());
		}

	}

	@Configuration
	@ConditionalOnProperty(name = "slender.wants", havingValue = "later")
	@Import(LaterDataSource.Selector.class)
	static class OfSomebodyElse {

	}

	@Configuration
	@ConditionalOnProperty(name = "slender.wants", havingValue = "web")
	static class OfTheWeb {

		@Bean
		@ConditionalOnWebApplication
		DataSource dataSource() {
			return at("./here");
		}

	}

	@Configuration
	@ConditionalOnProperty(name = "slender.wants", havingValue = "perhaps-json")
	static class PerhapsOfJson {

		@Bean
		DataSource dataSource(ObjectProvider<JsonMapper> json) {
			return at((json.getIfAvailable() != null) ? "./here" : "./nowhere");
		}

	}

	@Configuration
	@ConditionalOnProperty(name = "slender.wants", havingValue = "answer")
	static class OfAnAnswer {

		/** Connects when it is made, as some pools do. */
		@Bean
		DataSource dataSource() throws SQLException {
			System.err.println("Asked");
			DriverManager.getConnection("jdbc:h2:file:./nowhere/db;IFEXISTS=TRUE", "sa", "").close();
			return at("./nowhere");
		}

	}

}
