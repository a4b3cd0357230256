package dev.migrate.hibernate;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.Table;
import jakarta.validation.constraints.NotNull;

/**
 * Small models about inheritance.
 */
final class InheritanceModels {

	private InheritanceModels() {
	}

	static class Single {

		@Entity(name = "Animal")
		@Table(name = "animals")
		@DiscriminatorColumn(name = "kind", length = 20)
		static class Animal {

			@Id
			@GeneratedValue
			Long id;

			String name;

		}

		@Entity(name = "Dog")
		static class Dog extends Animal {

			int barks = 3;

			@NotNull
			String collar;

			@Column(nullable = false)
			String tail;

		}

		@Entity(name = "Cat")
		static class Cat extends Animal {

			@ManyToOne
			Dog enemy;

		}

	}

	static class Joined {

		@Entity(name = "Vehicle")
		@Table(name = "vehicles")
		@Inheritance(strategy = InheritanceType.JOINED)
		@DiscriminatorColumn(discriminatorType = DiscriminatorType.INTEGER)
		abstract static class Vehicle {

			@Id
			@GeneratedValue
			Long id;

			String plate = "none";

		}

		@Entity(name = "Car")
		@Table(name = "cars")
		static class Car extends Vehicle {

			@Column(unique = true)
			int doors = 4;

		}

		@Entity(name = "Truck")
		@Table(name = "trucks")
		@PrimaryKeyJoinColumn(name = "vehicle_id")
		static class Truck extends Vehicle {

			int axles;

			@ManyToOne
			Car escort;

		}

	}

	static class PerClass {

		@Entity(name = "Shape")
		@Table(name = "shapes")
		@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
		abstract static class Shape {

			@Id
			@GeneratedValue
			Long id;

			@Column(unique = true)
			String label = "shape";

			@ManyToOne
			@JoinColumn(name = "owner_id")
			Owner owner;

		}

		@Entity(name = "Circle")
		@Table(name = "circles")
		static class Circle extends Shape {

			int radius = 1;

		}

		@Entity(name = "Ball")
		@Table(name = "balls")
		static class Ball extends Circle {

			int weight = 2;

		}

		@Entity(name = "Owner")
		@Table(name = "owners")
		static class Owner {

			@Id
			Long id;

		}

	}

	static class Mapped {

		@MappedSuperclass
		abstract static class Base {

			@Id
			@GeneratedValue
			Long id;

			boolean active = true;

		}

		@Entity(name = "One")
		static class One extends Base {

			String one;

		}

		@Entity(name = "Two")
		static class Two extends Base {

			String two;

		}

	}

}
