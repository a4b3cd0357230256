package dev.migrate.sample.school;

import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/**
 * That a student takes a course, and in the end the grade.
 */
@Entity
@Table(name = "enrollments",
		uniqueConstraints = @UniqueConstraint(name = "enrollments_student_id_course_id_key",
				columnNames = { "student_id", "course_id" }),
		indexes = @Index(name = "enrollments_course_id_idx", columnList = "course_id"))
class Enrollment {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	@ManyToOne(optional = false, fetch = FetchType.LAZY)
	@JoinColumn(name = "student_id")
	private Student student;

	@ManyToOne(optional = false, fetch = FetchType.LAZY)
	@JoinColumn(name = "course_id")
	private Course course;

	@Column(nullable = false)
	private LocalDate enrolledOn;

	@Enumerated(EnumType.STRING)
	@Column(length = 2)
	private @Nullable Grade grade;

	@SuppressWarnings("NullAway.Init")
	protected Enrollment() {
		// for JPA
	}

	Enrollment(Student student, Course course, LocalDate enrolledOn) {
		this.student = student;
		this.course = course;
		this.enrolledOn = enrolledOn;
	}

	@Nullable Long getId() {
		return this.id;
	}

	Student getStudent() {
		return this.student;
	}

	Course getCourse() {
		return this.course;
	}

	LocalDate getEnrolledOn() {
		return this.enrolledOn;
	}

	@Nullable Grade getGrade() {
		return this.grade;
	}

	void setGrade(Grade grade) {
		this.grade = grade;
	}

	enum Grade {

		A, B, C, D, F

	}

}
