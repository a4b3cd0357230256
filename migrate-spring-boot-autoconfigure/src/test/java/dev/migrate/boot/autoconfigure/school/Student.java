package dev.migrate.boot.autoconfigure.school;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * An entity of the table that the revisions of tests build.
 */
@Entity
@Table(name = "students")
public class Student {

	@Id
	private Long id;

	private Integer age;

	protected Student() {
	}

	public Student(Long id, Integer age) {
		this.id = id;
		this.age = age;
	}

	public Integer getAge() {
		return this.age;
	}

}
