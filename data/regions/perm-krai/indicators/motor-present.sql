-- Surveyed courses with a deferred result on their topic, of all with an outcome this year.
-- Perm presentation, variants of work with the deferred result.
SELECT m.code AS municipality,
       count(*) FILTER (WHERE c.outcome = 'present') AS numerator,
       count(c.outcome) AS denominator
FROM period AS y
CROSS JOIN municipalities AS m
LEFT JOIN (
  SELECT t.municipality, p.surveyed_on, p.outcome
  FROM post_course AS p
  JOIN current_teachers AS t ON t.code = p.teacher
) AS c ON c.municipality = m.code AND c.surveyed_on BETWEEN y.starts_on AND y.ends_on
GROUP BY m.code
