package dev.migrate.sample.school;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;

import dev.migrate.sample.school.Enrollment.Grade;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * The courses of a student: enrol, list, grade.
 */
@RestController
@RequestMapping("/students/{studentId}/courses")
class EnrollmentController {

	private final StudentRepository students;

	private final CourseRepository courses;

	private final EnrollmentRepository enrollments;

	EnrollmentController(StudentRepository students, CourseRepository courses, EnrollmentRepository enrollments) {
		this.students = students;
		this.courses = courses;
		this.enrollments = enrollments;
	}

	@GetMapping
	List<EnrollmentView> all(@PathVariable long studentId) {
		return this.enrollments.findByStudentIdOrderByCourseCode(studentId).stream().map(EnrollmentView::of).toList();
	}

	@PostMapping("/{code}")
	@ResponseStatus(HttpStatus.CREATED)
	@Transactional
	EnrollmentView enrol(@PathVariable long studentId, @PathVariable String code) {
		Student student = this.students.findById(studentId).orElseThrow(missing("No student " + studentId));
		Course course = this.courses.findByCode(code).orElseThrow(missing("No course " + code));
		return EnrollmentView
			.of(this.enrollments.saveAndFlush(new Enrollment(student, course, LocalDate.now(ZoneId.systemDefault()))));
	}

	@PutMapping("/{code}/grade/{grade}")
	@Transactional
	EnrollmentView grade(@PathVariable long studentId, @PathVariable String code, @PathVariable Grade grade) {
		Enrollment enrollment = this.enrollments.findByStudentIdAndCourseCode(studentId, code)
			.orElseThrow(missing("Student " + studentId + " is not enrolled in " + code));
		enrollment.setGrade(grade);
		return EnrollmentView.of(enrollment);
	}

	private static Supplier<ResponseStatusException> missing(String what) {
		return () -> new ResponseStatusException(HttpStatus.NOT_FOUND, what);
	}

	record EnrollmentView(String code, String title, LocalDate enrolledOn, @Nullable Grade grade) {

		static EnrollmentView of(Enrollment enrollment) {
			Course course = enrollment.getCourse();
			return new EnrollmentView(course.getCode(), course.getTitle(), enrollment.getEnrolledOn(),
					enrollment.getGrade());
		}

	}

}
