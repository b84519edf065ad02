-- Surveyed courses after which the teacher already follows the route, of all that answered this year.
-- Perm presentation, МОТОР: question 3 of the questionnaire.
SELECT m.code AS municipality,
       count(*) FILTER (WHERE c.iom_started = 1) AS numerator,
       count(c.iom_started) AS denominator
FROM period AS y
CROSS JOIN municipalities AS m
LEFT JOIN (
  SELECT t.municipality, p.surveyed_on, p.iom_started
  FROM post_course AS p
  JOIN current_teachers AS t ON t.code = p.teacher
) AS c ON c.municipality = m.code AND c.surveyed_on BETWEEN y.starts_on AND y.ends_on
GROUP BY m.code
