package dev.migrate.sample.school;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who takes courses.
 */
@Entity
@Table(name = "students", indexes = @Index(name = "students_last_name_idx", columnList = "last_name"))
class Student {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@Column(nullable = false, length = 100)
	private String firstName;

	@Column(nullable = false, length = 100)
	private String lastName;

	@Column(nullable = false, unique = true)
	private String email;

	@Column(length = 40)
	private @Nullable String phone;

	@SuppressWarnings("NullAway.Init")
	protected Student() {
		// for JPA
	}

	Student(String firstName, String lastName, String email, @Nullable String phone) {
		this.firstName = firstName;
		this.lastName = lastName;
		this.email = email;
		this.phone = phone;
	}

	@Nullable Long getId() {
		return this.id;
	}

	String getFirstName() {
		return this.firstName;
	}

	String getLastName() {
		return this.lastName;
	}

	String getEmail() {
		return this.email;
	}

	@Nullable String getPhone() {
		return this.phone;
	}

}
