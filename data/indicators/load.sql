-- Teachers per active methodist.
-- Order 1068-04, §4.2 and §7; standard 1021-04, §4.4 II.
WITH teaching AS (
  SELECT municipality, count(*) AS teachers FROM current_teachers GROUP BY municipality
),
asset AS (
  SELECT municipality, count(*) AS methodists FROM active_methodists GROUP BY municipality
)
SELECT m.code AS municipality,
       ifnull(t.teachers, 0) AS numerator,
       ifnull(a.methodists, 0) AS denominator
FROM municipalities AS m
LEFT JOIN teaching AS t ON t.municipality = m.code
LEFT JOIN asset AS a ON a.municipality = m.code
