package dev.migrate.hibernate;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Blob;
import java.sql.Clob;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Basic;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.hibernate.annotations.Array;
import org.hibernate.annotations.Collate;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.CurrentTimestamp;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UpdateTimestamp;
import org.hibernate.type.SqlTypes;

/**
 * Small models about the types and properties of columns.
 */
final class TypeModels {

	private TypeModels() {
	}

	enum Level {

		LOW, MIDDLE, HIGH

	}

	enum Coded {

		ONE("1"), TWO("2");

		@EnumeratedValue
		final String code;

		Coded(String code) {
			this.code = code;
		}

	}

	static class Basics {

		@Entity(name = "Basic")
		@Table(name = "basics")
		static class Thing {

			@Id
			UUID id;

			byte tiny;

			short small;

			int number;

			Long big;

			float single;

			Double twice;

			boolean flag;

			char letter;

			BigDecimal money;

			@Column(precision = 12, scale = 4)
			BigDecimal precise;

			BigInteger huge;

			@Column(length = 100000)
			String text;

			@Column(columnDefinition = "text default 'none'")
			String defined;

			byte[] bytes;

			@Column(length = 16, nullable = false)
			byte[] hash;

		}

	}

	static class Times {

		@Entity(name = "Times")
		static class Thing {

			@Id
			@GeneratedValue
			Long id;

			Instant instant;

			LocalDate date;

			LocalTime time;

			@Column(secondPrecision = 3)
			LocalDateTime stamp;

			OffsetDateTime withOffset;

			ZonedDateTime zoned;

			Duration duration;

			Year inYear;

			@CreationTimestamp
			Instant created;

			@UpdateTimestamp
			LocalDateTime updated;

			@CurrentTimestamp
			OffsetDateTime current;

		}

	}

	static class Enums {

		@Entity(name = "Enums")
		static class Thing {

			@Id
			Long id;

			@Enumerated(EnumType.STRING)
			Level byName = Level.MIDDLE;

			@Enumerated(EnumType.ORDINAL)
			@Column(nullable = false)
			Level byNumber = Level.HIGH;

			@Enumerated
			@JdbcTypeCode(SqlTypes.NAMED_ENUM)
			Level named = Level.LOW;

			@Enumerated(EnumType.STRING)
			Coded coded = Coded.TWO;

			@Convert(converter = LevelConverter.class)
			Level converted = Level.HIGH;

		}

		@Converter
		static class LevelConverter implements AttributeConverter<Level, Integer> {

			@Override
			public Integer convertToDatabaseColumn(Level attribute) {
				return (attribute != null) ? attribute.ordinal() * 10 : null;
			}

			@Override
			public Level convertToEntityAttribute(Integer number) {
				return (number != null) ? Level.values()[number / 10] : null;
			}

		}

	}

	// The old annotations are what most applications still carry.
	@SuppressWarnings("deprecation")
	static class Details {

		@Entity(name = "Detail")
		@Table(name = "details", comment = "What is in it",
				check = @CheckConstraint(name = "details_range", constraint = "low <= high"))
		@org.hibernate.annotations.Check(constraints = "low > -100")
		static class Thing {

			@Id
			Long id;

			@ColumnDefault("7")
			int low;

			@Column(check = @CheckConstraint(name = "high_is_positive", constraint = "high > 0"))
			int high;

			@org.hibernate.annotations.Check(constraints = "mid <> 13")
			int mid;

			@org.hibernate.annotations.Comment("The name")
			@ColumnDefault("'unknown'")
			String name;

			@org.hibernate.annotations.Comment("Already ''escaped''")
			String alias;

			@GeneratedColumn("low + high")
			int total;

			@Generated
			@ColumnDefault("current_timestamp")
			Instant stamped;

			@Column(comment = "a comment; with a semicolon", options = "")
			String remark;

		}

	}

	static class Collated {

		@Entity(name = "Collated")
		static class Thing {

			@Id
			Long id;

			@Collate("ucs_basic")
			String name;

		}

	}

	static class Structured {

		@Embeddable
		static class Address {

			String street;

			@Column(nullable = false)
			String city;

		}

		@Entity(name = "Structured")
		static class Thing {

			@Id
			Long id;

			@JdbcTypeCode(SqlTypes.JSON)
			Map<String, String> attributes;

			@JdbcTypeCode(SqlTypes.JSON)
			Address address;

			@Array(length = 5)
			String[] tags;

			List<Integer> numbers;

			UUID token;

			@JdbcTypeCode(SqlTypes.LONG32VARCHAR)
			String longText;

		}

	}

	static class Lobs {

		@Entity(name = "Lobs")
		static class Thing {

			@Id
			Long id;

			@Lob
			String text;

			@Lob
			byte[] data;

			Clob clob;

			@Basic
			Blob blob;

		}

	}

	static class Validated {

		@Entity(name = "Validated")
		static class Thing {

			@Id
			Long id;

			@NotNull
			@Size(max = 30)
			String name;

			@NotBlank
			String title;

			@Min(3)
			@Max(99)
			int age;

			@Digits(integer = 5, fraction = 2)
			@DecimalMax("100.00")
			BigDecimal price;

		}

	}

}
