package dev.migrate.sample.school;

import java.util.List;
import java.util.Objects;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Sort;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * The students.
 */
@RestController
@RequestMapping("/students")
class StudentController {

	private final StudentRepository students;

	StudentController(StudentRepository students) {
		this.students = students;
	}

	@GetMapping
	List<StudentView> all() {
		return this.students.findAll(Sort.by("lastName", "firstName", "id")).stream().map(StudentView::of).toList();
	}

	@GetMapping("/{id}")
	StudentView one(@PathVariable long id) {
		return this.students.findById(id)
			.map(StudentView::of)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "No student " + id));
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	StudentView add(@Valid @RequestBody NewStudent student) {
		return StudentView.of(this.students
			.save(new Student(student.firstName(), student.lastName(), student.email(), student.phone())));
	}

	record NewStudent(@NotBlank @Size(max = 100) String firstName, @NotBlank @Size(max = 100) String lastName,
			@NotNull @Email @Size(max = 255) String email, @Size(max = 40) @Nullable String phone) {

	}

	record StudentView(long id, String firstName, String lastName, String email, @Nullable String phone) {

		static StudentView of(Student student) {
			return new StudentView(Objects.requireNonNull(student.getId()), student.getFirstName(),
					student.getLastName(), student.getEmail(), student.getPhone());
		}

	}

}
