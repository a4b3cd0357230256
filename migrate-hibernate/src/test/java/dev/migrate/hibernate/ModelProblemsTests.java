package dev.migrate.hibernate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class ModelProblemsTests {

	@Test
	void namesTheAttributeOfAReservedWord() {
		EntitySchema schema = TestUnit.nestedIn(Reserved.class).read(TestUnit.POSTGRESQL_18);
		assertThat(schema.faults()).extracting(EntityProblem::path, EntityProblem::object)
			.containsExactly(tuple("User", "user"), tuple("User.order", "user.order"));
		assertThat(schema.faults().get(1).message()).isEqualTo("The name order of User.order is a reserved word");
		assertThat(TestUnit.nestedIn(Reserved.class)
			.with("hibernate.auto_quote_keyword", "true")
			.read(TestUnit.POSTGRESQL_18)
			.faults()).isEmpty();
	}

	@Test
	void namesTheEntityOfAConstraintOverAttributes() {
		EntitySchema schema = TestUnit.nestedIn(Misnamed.class).read(TestUnit.POSTGRESQL_18);
		assertThat(schema.faults()).singleElement()
			.satisfies((fault) -> assertThat(fault.message()).isEqualTo(
					"The unique constraint of Misnamed names column firstname, which table misnamed does not have"));
	}

	@Test
	void namesBothTablesOfOneIndexName() {
		EntitySchema schema = TestUnit.nestedIn(Repeated.class).read(TestUnit.POSTGRESQL_18);
		assertThat(schema.faults()).extracting(EntityProblem::message)
			.containsExactly("The name by_name is used by Alpha and by Beta");
	}

	@Test
	void namesTheAttributeOfATypeThatTheServerLacks() {
		EntitySchema schema = TestUnit.nestedIn(Untyped.class).read(TestUnit.POSTGRESQL_18);
		assertThat(schema.faults()).singleElement().satisfies((fault) -> {
			assertThat(fault.path()).isEqualTo("Untyped.strange");
			assertThat(fault.object()).isEqualTo("untyped.strange");
		});
	}

	@Test
	void warnsOfNamesThatTheServerCuts() {
		EntitySchema schema = TestUnit.nestedIn(Endless.class).read(TestUnit.POSTGRESQL_18);
		assertThat(schema.problems()).anyMatch((problem) -> problem.severity() == EntityProblem.Severity.WARNING
				&& problem.path().equals("Endless.one"));
		assertThat(schema.faults()).singleElement()
			.satisfies((fault) -> assertThat(fault.message()).contains("are both stored as endless.a_column"));
		assertThat(TestUnit.nestedIn(Endless.class).read(TestUnit.H2).problems()).isEmpty();
	}

	@Test
	void findsNoFaultInEqualForeignKeyNamesOfSeveralTables() {
		assertThat(TestUnit.nestedIn(SharedNames.class).read(TestUnit.POSTGRESQL_18).problems()).isEmpty();
		assertThat(TestUnit.nestedIn(SharedNames.class).read(TestUnit.H2).faults()).hasSize(1);
	}

	@Test
	void findsNoFaultInAnIndexAndAForeignKeyOfOneNameOnH2() {
		assertThat(TestUnit.nestedIn(OneName.class).read(TestUnit.H2).problems()).isEmpty();
	}

	/** NON_KEYWORDS in the URL may allow it. */
	@Test
	void onlySuspectsReservedWordsOnH2() {
		EntitySchema schema = TestUnit.nestedIn(Reserved.class).read(TestUnit.H2);
		assertThat(schema.faults()).isEmpty();
		assertThat(schema.problems()).extracting(EntityProblem::severity, EntityProblem::path)
			.contains(tuple(EntityProblem.Severity.SUSPICION, "User.order"),
					tuple(EntityProblem.Severity.SUSPICION, "User.value"));
	}

	static class OneName {

		@Entity(name = "Part")
		@Table(name = "part", indexes = @Index(name = "fk_whole", columnList = "whole_id"))
		static class Part {

			@Id
			Long id;

			@ManyToOne
			@JoinColumn(name = "whole_id", foreignKey = @ForeignKey(name = "fk_whole"))
			Part whole;

		}

	}

	static class Reserved {

		@Entity(name = "User")
		static class User {

			@Id
			Long id;

			String order;

			String value;

		}

	}

	static class Misnamed {

		@Entity(name = "Misnamed")
		@Table(uniqueConstraints = @UniqueConstraint(columnNames = "firstName"))
		static class Thing {

			@Id
			Long id;

			@Column(name = "first_name")
			String firstName;

		}

	}

	static class Repeated {

		@Entity(name = "Alpha")
		@Table(indexes = @Index(name = "by_name", columnList = "name"))
		static class Alpha {

			@Id
			Long id;

			String name;

		}

		@Entity(name = "Beta")
		@Table(indexes = @Index(name = "by_name", columnList = "name"))
		static class Beta {

			@Id
			Long id;

			String name;

		}

	}

	static class Untyped {

		@Entity(name = "Untyped")
		static class Thing {

			@Id
			Long id;

			@JdbcTypeCode(SqlTypes.VECTOR_INT8)
			byte[] strange;

		}

	}

	static class Endless {

		@Entity(name = "Endless")
		static class Thing {

			@Id
			Long id;

			@Column(name = "a_column_with_a_name_that_is_so_long_that_no_server_will_ever_keep_one")
			String one;

			@Column(name = "a_column_with_a_name_that_is_so_long_that_no_server_will_ever_keep_two")
			String two;

		}

	}

	static class SharedNames {

		@Entity(name = "Target")
		static class Target {

			@Id
			Long id;

		}

		@Entity(name = "First")
		static class First {

			@Id
			Long id;

			@ManyToOne
			@JoinColumn(foreignKey = @ForeignKey(name = "fk_target"))
			Target target;

		}

		@Entity(name = "Other")
		static class Other {

			@Id
			Long id;

			@ManyToOne
			@JoinColumn(foreignKey = @ForeignKey(name = "fk_target"))
			Target target;

		}

	}

}
