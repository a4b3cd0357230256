package dev.migrate.sample.school;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;

interface EnrollmentRepository extends JpaRepository<Enrollment, Long> {

	@EntityGraph(attributePaths = "course")
	List<Enrollment> findByStudentIdOrderByCourseCode(long studentId);

	@EntityGraph(attributePaths = "course")
	Optional<Enrollment> findByStudentIdAndCourseCode(long studentId, String code);

}
