-- Those of iom-developed's numerator whose IOM of this year, made with a methodist, is completed.
-- Order 1068-04, §7 (D_уиом).
WITH developed AS (
  SELECT l.teacher, l.municipality, max(i.status = 'completed') AS completed
  FROM teacher_levels AS l
  JOIN ioms AS i ON i.teacher = l.teacher
  WHERE l.school_year = :school_year
    AND l.deficit = 1
    AND i.school_year = :school_year
    AND i.methodist IS NOT NULL
    AND i.status NOT IN ('draft', 'cancelled')
  GROUP BY l.teacher, l.municipality
)
SELECT m.code AS municipality,
       count(*) FILTER (WHERE d.completed = 1) AS numerator,
       count(d.teacher) AS denominator
FROM municipalities AS m
LEFT JOIN developed AS d ON d.municipality = m.code
GROUP BY m.code
