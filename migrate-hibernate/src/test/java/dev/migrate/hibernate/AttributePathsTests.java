package dev.migrate.hibernate;

import java.util.List;

import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.junit.jupiter.api.Test;

import dev.migrate.hibernate.MappedObject.Kind;

import static org.assertj.core.api.Assertions.assertThat;

class AttributePathsTests {

	@Test
	void namesAttributesEmbeddablesAndCollections() {
		assertThat(paths(AssociationModels.School.class, "students")).containsExactly("TABLE students: Student",
				"COLUMN id: Student.id", "COLUMN firstname: Student.firstName", "COLUMN street: Student.address.street",
				"COLUMN zip: Student.address.zip", "PRIMARY_KEY students_pkey: Student.id");
		assertThat(paths(AssociationModels.School.class, "student_courses")).containsExactly(
				"TABLE student_courses: Student.courses", "COLUMN student_id: Student.courses",
				"COLUMN course_id: Student.courses.element", "PRIMARY_KEY student_courses_pkey: Student.courses",
				"FOREIGN_KEY student_courses_course_id_fkey: Student.courses.element",
				"FOREIGN_KEY student_courses_student_id_fkey: Student.courses");
		assertThat(paths(AssociationModels.School.class, "student_homes")).contains("COLUMN student_id: Student.homes",
				"COLUMN street: Student.homes.element.street");
		assertThat(paths(AssociationModels.School.class, "student_phones"))
			.contains("TABLE student_phones: Student.phones", "COLUMN phones: Student.phones.element");
		assertThat(paths(AssociationModels.School.class, "enrollments")).contains(
				"COLUMN student_id: Enrollment.student", "FOREIGN_KEY enrolled_in: Enrollment.course",
				"FOREIGN_KEY enrollments_student_id_fkey: Enrollment.student");
	}

	@Test
	void namesMapKeysListIndexesAndUnidirectionalKeys() {
		assertThat(paths(AssociationModels.Maps.class, "owner_names")).contains("COLUMN lang: Owner.names.key",
				"COLUMN txt: Owner.names.element");
		assertThat(paths(AssociationModels.Maps.class, "owner_ordered")).contains("COLUMN pos: Owner.ordered.index");
		assertThat(paths(AssociationModels.Maps.class, "part")).contains("COLUMN owner_id: Owner.parts",
				"COLUMN idx: Owner.parts.index", "FOREIGN_KEY part_owner_id_fkey: Owner.parts");
	}

	@Test
	void namesTheAttributesThatACompositeKeyRefersTo() {
		assertThat(paths(AssociationModels.Keys.class, "purchase")).contains("COLUMN shop: Purchase.shop",
				"COLUMN number: Purchase.number", "PRIMARY_KEY purchase_pkey: Purchase");
		assertThat(paths(AssociationModels.Keys.class, "line")).contains("COLUMN part: Line.id.part",
				"COLUMN purchase_shop: Line.purchase.shop",
				"FOREIGN_KEY line_purchase_number_purchase_shop_fkey: Line.purchase");
		assertThat(paths(AssociationModels.Keys.class, "line_notes"))
			.contains("FOREIGN_KEY line_notes_line_position_line_part_fkey: Line.notes");
	}

	@Test
	void namesTheDeclaringEntityInEveryKindOfInheritance() {
		assertThat(paths(InheritanceModels.Single.class, "animals")).contains("TABLE animals: Animal",
				"COLUMN kind: Animal.class", "COLUMN name: Animal.name", "COLUMN barks: Dog.barks",
				"FOREIGN_KEY animals_enemy_id_fkey: Cat.enemy");
		assertThat(paths(InheritanceModels.Joined.class, "trucks")).contains("TABLE trucks: Truck",
				"COLUMN vehicle_id: Truck.id", "FOREIGN_KEY trucks_vehicle_id_fkey: Truck.id");
		assertThat(paths(InheritanceModels.PerClass.class, "balls")).contains("TABLE balls: Ball",
				"COLUMN id: Shape.id", "COLUMN label: Shape.label", "COLUMN radius: Circle.radius",
				"COLUMN weight: Ball.weight", "UNIQUE balls_label_key: Shape.label");
		assertThat(paths(InheritanceModels.Mapped.class, "one")).contains("COLUMN id: One.id",
				"COLUMN active: One.active");
	}

	@Test
	void namesSecondaryTablesByWhatTheyHold() {
		assertThat(paths(AssociationModels.Secondary.class, "people_details")).containsExactly(
				"TABLE people_details: Person.biography", "COLUMN id: Person.id", "COLUMN biography: Person.biography",
				"PRIMARY_KEY people_details_pkey: Person.id", "FOREIGN_KEY details_of: Person.id");
	}

	@Test
	void namesGeneratorsAndTypes() {
		assertThat(ownPaths(NameModels.Generators.class)).contains("SEQUENCE numbered_seq: Numbered.id",
				"TABLE counters: Counted.id");
		assertThat(ownPaths(NameModels.Schemas.class)).contains("SCHEMA alpha: First",
				"SEQUENCE first_numbers: First.id");
		assertThat(ownPaths(TypeModels.Enums.class)).contains("TYPE level: Enums.named");
	}

	@Test
	void tellsTheUsersNamesFromGeneratedOnes() {
		assertThat(TestUnit.nestedIn(NameModels.Indexed.class).read(TestUnit.POSTGRESQL_18).objects())
			.filteredOn((object) -> object.kind() == Kind.UNIQUE || object.kind() == Kind.INDEX)
			.extracting((object) -> object.name() + ((object.explicitName()) ? " explicit" : ""))
			.containsExactlyInAnyOrder("b_and_c explicit", "indexed_a_c_key", "indexed_c_key", "indexed_naturally_key",
					"indexed_d_key", "quoted explicit", "indexed_a_b_idx", "indexed_expr_idx", "by_b explicit");
	}

	@Test
	void cutsNamesAsTheServerDoes() {
		assertThat(TestUnit.nestedIn(NameModels.LongNames.class).read(TestUnit.POSTGRESQL_18).objects())
			.extracting(MappedObject::name)
			.contains("a_table_whose_name_is_long_en_acolumnwhosenameisalsoratherl_key");
	}

	@Test
	void findsConstantsOfFields() {
		assertThat(values(TypeModels.Enums.class)).containsExactlyInAnyOrder("byname='MIDDLE'", "bynumber=2",
				"named='LOW'::Level", "coded='2'", "converted=20");
		assertThat(values(AssociationModels.School.class)).containsExactlyInAnyOrder("firstname='x'",
				"street='Main street'");
		assertThat(values(AssociationModels.Secondary.class)).containsExactly("biography='none'");
		assertThat(values(InheritanceModels.PerClass.class)).contains("label='shape'", "radius=1", "weight=2");
		assertThat(values(InheritanceModels.Joined.class)).contains("doors=4");
		assertThat(values(InheritanceModels.Mapped.class)).contains("active=true");
		assertThat(values(EntitySchemaReaderTests.Plain.class)).containsExactlyInAnyOrder("age=18", "version=0");
		assertThat(values(RareModels.Hidden.class)).containsExactly("deleted=false");
		assertThat(values(EntitySchemaReaderTests.Guarded.class)).containsExactly("quote='it''s'");
	}

	@Test
	void findsTheConstantsOfEnumsThatNoConverterChanges() {
		assertThat(TestUnit.nestedIn(TypeModels.Enums.class).read(TestUnit.POSTGRESQL_18).objects())
			.filteredOn((object) -> !object.constants().isEmpty())
			.allSatisfy((object) -> assertThat(object.constants()).containsExactly("LOW", "MIDDLE", "HIGH"))
			.extracting(MappedObject::name)
			.containsExactlyInAnyOrder("byname", "bynumber", "named");
	}

	@Test
	void knowsTheDiscriminatorOfTheRowsThatWereThereBeforeTheSubclass() {
		assertThat(values(Discriminated.class)).containsExactly("kind='P'", "dtype=2");
	}

	static class Discriminated {

		@Entity
		@DiscriminatorColumn(name = "kind", discriminatorType = DiscriminatorType.CHAR)
		@DiscriminatorValue("P")
		static class Person {

			@Id
			Long id;

		}

		@Entity
		@DiscriminatorValue("T")
		static class Teacher extends Person {

		}

		@Entity
		@DiscriminatorColumn(discriminatorType = DiscriminatorType.INTEGER)
		@DiscriminatorValue("2")
		static class Room {

			@Id
			Long id;

		}

		@Entity
		@DiscriminatorColumn(name = "form")
		abstract static class Shape {

			@Id
			Long id;

		}

		@Entity
		static class Circle extends Shape {

		}

	}

	@Test
	void givesEveryColumnAnAttribute() {
		CreatedSchemaIntegrationTests.models()
			.forEach((model) -> assertThat(TestUnit.nestedIn(model).read(TestUnit.POSTGRESQL_18).objects())
				.filteredOn((object) -> object.kind() == Kind.COLUMN)
				.allMatch((object) -> object.path().contains("."), model.getSimpleName()));
	}

	private static List<String> values(Class<?> model) {
		return TestUnit.nestedIn(model)
			.read(TestUnit.POSTGRESQL_18)
			.objects()
			.stream()
			.filter((object) -> object.initialValueSql() != null)
			.map((object) -> object.name() + "=" + object.initialValueSql())
			.distinct()
			.toList();
	}

	private static List<String> ownPaths(Class<?> model) {
		return TestUnit.nestedIn(model)
			.read(TestUnit.POSTGRESQL_18)
			.objects()
			.stream()
			.map((object) -> object.kind() + " " + object.name() + ": " + object.path())
			.toList();
	}

	private static List<String> paths(Class<?> model, String table) {
		return TestUnit.nestedIn(model)
			.read(TestUnit.POSTGRESQL_18)
			.objects()
			.stream()
			.filter((object) -> table.equals(object.table()))
			.map((object) -> object.kind() + " " + object.name() + ": " + object.path())
			.toList();
	}

}
