-- migrate:upgrade
ALTER TABLE student_words RENAME TO student_mottos;
ALTER TABLE student_mottos RENAME COLUMN words TO mottos;
ALTER TABLE student_mottos RENAME COLUMN words_order TO mottos_order;

-- migrate:downgrade
ALTER TABLE student_mottos RENAME COLUMN mottos_order TO words_order;
ALTER TABLE student_mottos RENAME COLUMN mottos TO words;
ALTER TABLE student_mottos RENAME TO student_words;

-- migrate:mapping
-- table student_mottos: Student.mottos
-- column student_mottos.student_id: Student.mottos
-- column student_mottos.mottos_order: Student.mottos.index
-- column student_mottos.mottos: Student.mottos.element
-- constraint student_mottos.student_words_pkey: Student.mottos
-- constraint student_mottos.student_words_student_id_fkey: Student.mottos
