package dev.migrate.hibernate;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import org.hibernate.annotations.Any;
import org.hibernate.annotations.AnyDiscriminator;
import org.hibernate.annotations.AnyDiscriminatorValue;
import org.hibernate.annotations.AnyKeyJavaClass;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.NotFound;
import org.hibernate.annotations.NotFoundAction;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.Subselect;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.TimeZoneColumn;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;
import org.hibernate.type.SqlTypes;

/**
 * Small models of what is rarely used.
 */
final class RareModels {

	private RareModels() {
	}

	static class Pointing {

		@Entity(name = "Pointer")
		static class Pointer {

			@Id
			Long id;

			@Any
			@AnyDiscriminator
			@AnyDiscriminatorValue(discriminator = "T", entity = Target.class)
			@AnyKeyJavaClass(Long.class)
			@Column(name = "target_type")
			@JoinColumn(name = "target_id")
			Object target;

			@ManyToOne
			@NotFound(action = NotFoundAction.IGNORE)
			Target maybe;

			@ManyToOne
			@JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
			Target loose;

			@ManyToOne
			@JoinTable(name = "pointer_far")
			Target far;

			@Formula("id + 1")
			Long computed;

		}

		@Entity(name = "Target")
		static class Target {

			@Id
			Long id;

		}

		@Entity(name = "Computed")
		@Subselect("select id from Target")
		static class Computed {

			@Id
			Long id;

		}

	}

	static class Hidden {

		@Entity(name = "Removable")
		@SoftDelete
		static class Removable {

			@Id
			Long id;

			@TenantId
			String tenant;

			@ElementCollection
			@SoftDelete
			Set<String> words = new HashSet<>();

			@ManyToMany
			List<Removable> friends = new ArrayList<>();

		}

	}

	static class Zoned {

		@Entity(name = "Zoned")
		static class Thing {

			@Id
			Long id;

			@TimeZoneStorage(TimeZoneStorageType.COLUMN)
			@TimeZoneColumn(name = "moment_zone")
			OffsetDateTime moment;

			@TimeZoneStorage(TimeZoneStorageType.NATIVE)
			OffsetDateTime exact;

			@TimeZoneStorage(TimeZoneStorageType.NORMALIZE)
			OffsetDateTime normal;

		}

	}

	static class Collected {

		@Embeddable
		static class Point {

			int x = 1;

			@Column(nullable = false)
			String label;

		}

		@Entity(name = "Collected")
		static class Thing {

			@Id
			Long id;

			@ElementCollection
			@Enumerated(EnumType.STRING)
			Set<TypeModels.Level> levels = new HashSet<>();

			@ElementCollection
			Set<Point> points = new HashSet<>();

			@JdbcTypeCode(SqlTypes.JSON)
			List<Point> asJson = new ArrayList<>();

			@OneToMany
			@JoinColumn(name = "thing_id", nullable = false)
			Set<Child> children = new HashSet<>();

		}

		@Entity(name = "Child")
		static class Child {

			@Id
			Long id;

		}

	}

}
