package dev.migrate.sample.school;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/**
 * Something to learn.
 */
@Entity
@Table(name = "courses")
class Course {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@Column(nullable = false, unique = true, length = 20)
	private String code;

	@Column(nullable = false, length = 200)
	private String title;

	@Column(nullable = false)
	private int credits;

	@SuppressWarnings("NullAway.Init")
	protected Course() {
		// for JPA
	}

	Course(String code, String title, int credits) {
		this.code = code;
		this.title = title;
		this.credits = credits;
	}

	@Nullable Long getId() {
		return this.id;
	}

	String getCode() {
		return this.code;
	}

	String getTitle() {
		return this.title;
	}

	int getCredits() {
		return this.credits;
	}

}
