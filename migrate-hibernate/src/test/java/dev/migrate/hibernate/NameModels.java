package dev.migrate.hibernate;

import java.util.HashSet;
import java.util.Set;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import jakarta.persistence.UniqueConstraint;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.View;

/**
 * Small models about names, schemas, keys and generators.
 */
final class NameModels {

	private NameModels() {
	}

	static class Indexed {

		@Entity(name = "Indexed")
		@Table(name = "indexed",
				indexes = { @Index(columnList = "a, b desc"), @Index(name = "by_b", columnList = "b"),
						@Index(columnList = "c", unique = true), @Index(columnList = "(lower(c))"),
						@Index(name = "\"Quoted\"", columnList = "d") },
				uniqueConstraints = { @UniqueConstraint(columnNames = { "a", "c" }),
						@UniqueConstraint(name = "b_and_c", columnNames = { "b", "c" }) })
		static class Thing {

			@Id
			Long id;

			String a;

			String b;

			String c;

			@Column(unique = true)
			String d;

			@NaturalId
			String naturally;

		}

	}

	static class OddNames {

		@Entity(name = "Odd")
		@Table(name = "odd", indexes = @Index(name = "odd name", columnList = "a, b"), comment = "It's odd")
		static class Thing {

			@Id
			Long id;

			@Column(comment = "a's comment")
			String a;

			@Column(comment = "b''s comment")
			String b;

		}

	}

	static class UniqueDescending {

		@Entity(name = "Ordered")
		@Table(name = "ordered", indexes = @Index(name = "newest", columnList = "a desc, b", unique = true))
		static class Thing {

			@Id
			Long id;

			String a;

			String b;

		}

	}

	static class Schemas {

		@Entity(name = "First")
		@Table(name = "firsts", schema = "alpha")
		static class First {

			@Id
			@GeneratedValue(strategy = GenerationType.SEQUENCE)
			@SequenceGenerator(name = "first_numbers", sequenceName = "first_numbers", schema = "alpha",
					allocationSize = 1, initialValue = 100)
			Long id;

			@ManyToOne
			Second second;

		}

		@Entity(name = "Second")
		@Table(name = "seconds", schema = "beta")
		static class Second {

			@Id
			@GeneratedValue
			Long id;

			@ManyToMany
			Set<First> firsts = new HashSet<>();

		}

	}

	static class Quoted {

		@Entity(name = "Order")
		@Table(name = "\"order\"")
		static class Order {

			@Id
			Long id;

			@Column(name = "`Mixed Case`", unique = true)
			String mixed;

			@Column(name = "\"user\"")
			String user;

			@ManyToOne
			Order parent;

		}

	}

	static class Generators {

		@Entity(name = "Counted")
		static class Counted {

			@Id
			@GeneratedValue(strategy = GenerationType.TABLE, generator = "counters")
			@TableGenerator(name = "counters", table = "counters", pkColumnName = "name", valueColumnName = "last",
					pkColumnValue = "counted", initialValue = 5)
			Long id;

		}

		@Entity(name = "CountedToo")
		static class CountedToo {

			@Id
			@GeneratedValue(strategy = GenerationType.TABLE, generator = "counters2")
			@TableGenerator(name = "counters2", table = "counters", pkColumnName = "name", valueColumnName = "last",
					pkColumnValue = "counted_too")
			Long id;

		}

		@Entity(name = "Numbered")
		static class Numbered {

			@Id
			@GeneratedValue(strategy = GenerationType.SEQUENCE)
			Long id;

		}

	}

	static class Viewed {

		@Entity(name = "Source")
		@Table(name = "sources")
		static class Source {

			@Id
			Long id;

			String name;

		}

		@Entity(name = "Shown")
		@Table(name = "shown")
		@View(query = "select id, upper(name) as loud from sources")
		static class Shown {

			@Id
			Long id;

			String loud;

		}

	}

	static class LongNames {

		@Entity(name = "Long")
		@Table(name = "a_table_whose_name_is_long_enough_to_make_generated_names_cut")
		static class Thing {

			@Id
			Long id;

			@Column(unique = true)
			String aColumnWhoseNameIsAlsoRatherLong;

			@ManyToOne
			Thing anotherThingThatComesBeforeThisOne;

		}

	}

	static class Keywords {

		@Entity(name = "Versioned")
		@Table(name = "versioned")
		static class Thing {

			@Id
			Long id;

			@Column(name = "VERSION")
			Integer version;

			@Column(name = "Owner")
			String owner;

			String period;

			@Column(name = "order_no")
			String number;

		}

	}

}
