-- Elapsed months (September to May) with at least two visits to each of young, high-level and
-- low-level teachers, of all elapsed months. Standard 1021-04, §3.3, 1.2.3.
WITH visited AS (
  SELECT v.municipality, e.month,
         count(*) FILTER (WHERE v.teacher_group = 'young') AS young,
         count(*) FILTER (WHERE v.teacher_group = 'high') AS high,
         count(*) FILTER (WHERE v.teacher_group = 'low') AS low
  FROM lesson_visits AS v
  JOIN elapsed_months AS e ON e.month = substr(v.visited_on, 1, 7)
  GROUP BY v.municipality, e.month
)
SELECT m.code AS municipality,
       count(v.month) AS numerator,
       (SELECT count(*) FROM elapsed_months) AS denominator
FROM municipalities AS m
LEFT JOIN visited AS v
  ON v.municipality = m.code AND v.young >= 2 AND v.high >= 2 AND v.low >= 2
GROUP BY m.code
