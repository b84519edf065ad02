-- Candidates included in the register this year, of those on whom it was decided this year.
-- Draft regulation, 2.3.5.
SELECT m.code AS municipality,
       count(*) FILTER (WHERE n.stage = 'included') AS numerator,
       count(n.code) AS denominator
FROM period AS y
CROSS JOIN municipalities AS m
LEFT JOIN nominations AS n
  ON n.municipality = m.code
  AND n.stage IN ('included', 'rejected')
  AND n.stage_on BETWEEN y.starts_on AND y.ends_on
GROUP BY m.code
