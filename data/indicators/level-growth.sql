-- Teachers with a higher level this year than the year before, of those with a level in both years.
-- Order 1068-04, §7; standard 1021-04, §4.4 II.
WITH compared AS (
  SELECT now.teacher, now.municipality, now.rank > before.rank AS grown
  FROM teacher_levels AS now
  JOIN teacher_levels AS before ON before.teacher = now.teacher
  WHERE now.school_year = :school_year AND before.school_year = :previous_year
)
SELECT m.code AS municipality,
       count(*) FILTER (WHERE c.grown = 1) AS numerator,
       count(c.teacher) AS denominator
FROM municipalities AS m
LEFT JOIN compared AS c ON c.municipality = m.code
GROUP BY m.code
