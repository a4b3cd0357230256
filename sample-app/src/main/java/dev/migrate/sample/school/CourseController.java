package dev.migrate.sample.school;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

import org.springframework.data.domain.Sort;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The courses, known to the outside by their code.
 */
@RestController
@RequestMapping("/courses")
class CourseController {

	private final CourseRepository courses;

	CourseController(CourseRepository courses) {
		this.courses = courses;
	}

	@GetMapping
	List<CourseView> all() {
		return this.courses.findAll(Sort.by("code")).stream().map(CourseView::of).toList();
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	CourseView add(@Valid @RequestBody CourseView course) {
		return CourseView.of(this.courses.save(new Course(course.code(), course.title(), course.credits())));
	}

	record CourseView(@NotBlank @Size(max = 20) String code, @NotBlank @Size(max = 200) String title,
			@Positive int credits) {

		static CourseView of(Course course) {
			return new CourseView(course.getCode(), course.getTitle(), course.getCredits());
		}

	}

}
