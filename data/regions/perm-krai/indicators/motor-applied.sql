-- Surveyed courses whose content shows in the teacher's practice in full or in part, of all that the
-- checklist judged this year. Perm presentation, МОТОР: the methodist's checklist.
SELECT m.code AS municipality,
       count(*) FILTER (WHERE c.practice IN ('full', 'partial')) AS numerator,
       count(c.practice) AS denominator
FROM period AS y
CROSS JOIN municipalities AS m
LEFT JOIN (
  SELECT t.municipality, p.surveyed_on, p.practice
  FROM post_course AS p
  JOIN current_teachers AS t ON t.code = p.teacher
) AS c ON c.municipality = m.code AND c.surveyed_on BETWEEN y.starts_on AND y.ends_on
GROUP BY m.code
