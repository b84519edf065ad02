-- Teachers with a deficit level this year who have an IOM of this year made with a methodist, of
-- all with a deficit level this year. Order 1068-04, §7 (D_иом).
SELECT m.code AS municipality,
       count(*) FILTER (WHERE EXISTS (
         SELECT 1
         FROM ioms AS i
         WHERE i.teacher = l.teacher
           AND i.school_year = :school_year
           AND i.methodist IS NOT NULL
           AND i.status NOT IN ('draft', 'cancelled')
       )) AS numerator,
       count(l.teacher) AS denominator
FROM municipalities AS m
LEFT JOIN teacher_levels AS l
  ON l.municipality = m.code AND l.school_year = :school_year AND l.deficit = 1
GROUP BY m.code
