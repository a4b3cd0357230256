package dev.migrate.hibernate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import org.hibernate.envers.AuditJoinTable;
import org.hibernate.envers.AuditTable;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.hibernate.envers.RelationTargetAuditMode;
import org.hibernate.envers.RevisionEntity;
import org.hibernate.envers.RevisionNumber;
import org.hibernate.envers.RevisionTimestamp;

/**
 * Small models whose history Envers keeps in tables of its own.
 */
final class AuditedModels {

	private AuditedModels() {
	}

	static class Plain {

		@Entity(name = "Article")
		@Table(name = "articles")
		@Audited
		static class Article {

			@Id
			@GeneratedValue
			Long id;

			@Column(nullable = false, length = 80)
			String title;

			@Enumerated(EnumType.STRING)
			Kind kind;

			@NotAudited
			String draft;

			@Embedded
			Place place;

			@ManyToOne
			@JoinColumn(nullable = false)
			Author author;

			@ElementCollection
			Set<String> keywords = new HashSet<>();

			@ManyToMany
			Set<Author> reviewers = new HashSet<>();

		}

		@Entity(name = "Author")
		@Audited
		@AuditTable("author_history")
		static class Author {

			@Id
			Long id;

			@Column(unique = true)
			String name;

			@OneToMany
			@JoinColumn(name = "author_id")
			@AuditJoinTable(name = "author_prizes_history")
			List<Prize> prizes = new ArrayList<>();

			@Audited(targetAuditMode = RelationTargetAuditMode.NOT_AUDITED)
			@ManyToOne
			Country country;

		}

		@Entity(name = "Prize")
		@Audited
		static class Prize {

			@Id
			Long id;

			String title;

		}

		@Entity(name = "Country")
		static class Country {

			@Id
			String code;

		}

		@Embeddable
		static class Place {

			String page;

			Integer line;

		}

		enum Kind {

			NEWS, ESSAY

		}

	}

	static class Joined {

		@Entity(name = "Vehicle")
		@Inheritance(strategy = InheritanceType.JOINED)
		@Audited
		static class Vehicle {

			@Id
			Long id;

			int wheels;

		}

		@Entity(name = "Truck")
		@Audited
		static class Truck extends Vehicle {

			double load;

		}

	}

	static class OwnRevision {

		@Entity(name = "Note")
		@Audited
		static class Note {

			@Id
			Long id;

			String text;

		}

		@Entity(name = "Change")
		@Table(name = "changes")
		@RevisionEntity
		static class Change {

			@Id
			@GeneratedValue
			@RevisionNumber
			Long number;

			@RevisionTimestamp
			Long at;

			@Column(nullable = false)
			String who;

		}

	}

}
