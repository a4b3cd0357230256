package dev.migrate.hibernate;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyJoinColumn;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/**
 * Small models about associations and collections.
 */
final class AssociationModels {

	private AssociationModels() {
	}

	static class School {

		@Entity(name = "Student")
		@Table(name = "students")
		static class Student {

			@Id
			@GeneratedValue
			Long id;

			String firstName = "x";

			@Embedded
			Address address = new Address();

			@ElementCollection
			Set<String> phones = new HashSet<>();

			@ElementCollection
			@CollectionTable(name = "student_homes")
			List<Address> homes = new ArrayList<>();

			@ManyToMany
			@JoinTable(name = "student_courses", joinColumns = @JoinColumn(name = "student_id"),
					inverseJoinColumns = @JoinColumn(name = "course_id"))
			Set<Course> courses = new HashSet<>();

			@OneToMany(mappedBy = "student")
			List<Enrollment> enrollments = new ArrayList<>();

		}

		@Entity(name = "Course")
		@Table(name = "courses")
		static class Course {

			@Id
			@GeneratedValue
			Long id;

			String title;

			@ManyToMany(mappedBy = "courses")
			Set<Student> students = new HashSet<>();

		}

		@Entity(name = "Enrollment")
		@Table(name = "enrollments")
		static class Enrollment {

			@Id
			@GeneratedValue
			Long id;

			@ManyToOne(optional = false)
			@JoinColumn(name = "student_id")
			@OnDelete(action = OnDeleteAction.CASCADE)
			Student student;

			@ManyToOne
			@JoinColumn(name = "course_id", foreignKey = @ForeignKey(name = "enrolled_in"))
			Course course;

		}

		@Embeddable
		static class Address {

			String street = "Main street";

			@Column(length = 10)
			String zip;

		}

	}

	static class Maps {

		@Entity(name = "Owner")
		static class Owner {

			@Id
			Long id;

			@ElementCollection
			@MapKeyColumn(name = "lang")
			@Column(name = "txt")
			Map<String, String> names = new HashMap<>();

			@ElementCollection
			@OrderColumn(name = "pos")
			List<String> ordered = new ArrayList<>();

			@OneToMany
			@JoinColumn(name = "owner_id")
			@OrderColumn(name = "idx")
			List<Part> parts = new ArrayList<>();

			@OneToMany
			Set<Part> joined = new HashSet<>();

			@ManyToMany
			@MapKeyJoinColumn(name = "by_part")
			Map<Part, Part> byPart = new HashMap<>();

			@ElementCollection
			List<Integer> bag = new ArrayList<>();

		}

		@Entity(name = "Part")
		static class Part {

			@Id
			Long id;

		}

	}

	static class Cycle {

		@Entity(name = "Hen")
		static class Hen {

			@Id
			Long id;

			@OneToOne
			Egg egg;

			@ManyToOne
			Hen mother;

		}

		@Entity(name = "Egg")
		static class Egg {

			@Id
			Long id;

			@ManyToOne(optional = false)
			Hen hen;

		}

	}

	static class Keys {

		@Entity(name = "Purchase")
		@IdClass(PurchaseId.class)
		static class Purchase {

			@Id
			String shop;

			@Id
			int number;

		}

		static class PurchaseId implements Serializable {

			private static final long serialVersionUID = 1L;

			String shop;

			int number;

			@Override
			public boolean equals(Object other) {
				return other instanceof PurchaseId that && this.number == that.number
						&& Objects.equals(this.shop, that.shop);
			}

			@Override
			public int hashCode() {
				return Objects.hash(this.shop, this.number);
			}

		}

		@Embeddable
		static class LineId implements Serializable {

			private static final long serialVersionUID = 1L;

			int position;

			String part;

			@Override
			public boolean equals(Object other) {
				return other instanceof LineId that && this.position == that.position
						&& Objects.equals(this.part, that.part);
			}

			@Override
			public int hashCode() {
				return Objects.hash(this.position, this.part);
			}

		}

		@Entity(name = "Line")
		static class Line {

			@EmbeddedId
			LineId id;

			@ManyToOne
			Purchase purchase;

			@ElementCollection
			List<String> notes = new ArrayList<>();

		}

		@Entity(name = "Receipt")
		static class Receipt {

			@Id
			Long id;

			@MapsId
			@OneToOne
			Anchor anchor;

			@OneToOne
			Line line;

		}

		@Entity(name = "Anchor")
		static class Anchor {

			@Id
			Long id;

			@Column(unique = true, nullable = false)
			String code;

			@ManyToOne
			@JoinColumn(referencedColumnName = "code")
			Anchor previous;

		}

	}

	static class Secondary {

		@Entity(name = "Person")
		@Table(name = "people")
		@SecondaryTable(name = "people_details", foreignKey = @ForeignKey(name = "details_of"))
		@SecondaryTable(name = "people_photos")
		static class Person {

			@Id
			Long id;

			String name;

			@Column(table = "people_details")
			String biography = "none";

			@Column(table = "people_photos")
			byte[] photo;

		}

	}

}
