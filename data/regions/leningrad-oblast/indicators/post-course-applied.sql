-- Surveys after courses this year: the teacher uses what was learnt, in full or in part, of all
-- surveys that say. Draft regulation, 1.4 and 3.1.
SELECT m.code AS municipality,
       count(*) FILTER (WHERE p.practice IN ('full', 'partial')) AS numerator,
       count(p.practice) AS denominator
FROM period AS y
CROSS JOIN municipalities AS m
LEFT JOIN current_teachers AS t ON t.municipality = m.code
LEFT JOIN post_course AS p
  ON p.teacher = t.code AND p.surveyed_on BETWEEN y.starts_on AND y.ends_on AND p.practice <> ''
GROUP BY m.code
