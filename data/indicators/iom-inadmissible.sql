-- Teachers and managers with an inadmissible level the year before who have a digital IOM of either
-- year, of all with an inadmissible level the year before. Standard 1021-04, §4.4 II.
SELECT m.code AS municipality,
       count(*) FILTER (WHERE EXISTS (
         SELECT 1
         FROM ioms AS i
         WHERE i.teacher = l.teacher
           AND i.school_year IN (:previous_year, :school_year)
           AND i.digital = 1
           AND i.status NOT IN ('draft', 'cancelled')
       )) AS numerator,
       count(l.teacher) AS denominator
FROM municipalities AS m
LEFT JOIN teacher_levels AS l
  ON l.municipality = m.code AND l.school_year = :previous_year AND l.inadmissible = 1
GROUP BY m.code
