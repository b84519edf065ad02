-- Surveyed courses after which the teacher works on the route, of those whose content is in a route.
-- Perm presentation, МОТОР: question 3 of the questionnaire.
SELECT m.code AS municipality,
       count(*) FILTER (WHERE c.iom_started = 1) AS numerator,
       count(c.teacher) AS denominator
FROM period AS y
CROSS JOIN municipalities AS m
LEFT JOIN (
  SELECT t.municipality, p.teacher, p.surveyed_on, p.iom_started
  FROM post_course AS p
  JOIN current_teachers AS t ON t.code = p.teacher
  WHERE p.in_iom = 1
) AS c ON c.municipality = m.code AND c.surveyed_on BETWEEN y.starts_on AND y.ends_on
GROUP BY m.code
