package dev.migrate.sample.school;

import java.util.Optional;

import org.springframework.data.jpa.repository.JpaRepository;

interface CourseRepository extends JpaRepository<Course, Long> {

	Optional<Course> findByCode(String code);

}
