-- Surveyed courses whose teacher can show elements of experience in the municipality, of all that the
-- consolidated register answers this year. Perm presentation, МОТОР: the register of the service.
SELECT m.code AS municipality,
       count(*) FILTER (WHERE c.municipal_showcase = 1) AS numerator,
       count(c.municipal_showcase) AS denominator
FROM period AS y
CROSS JOIN municipalities AS m
LEFT JOIN (
  SELECT t.municipality, p.surveyed_on, p.municipal_showcase
  FROM post_course AS p
  JOIN current_teachers AS t ON t.code = p.teacher
) AS c ON c.municipality = m.code AND c.surveyed_on BETWEEN y.starts_on AND y.ends_on
GROUP BY m.code
