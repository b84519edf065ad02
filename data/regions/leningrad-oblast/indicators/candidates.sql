-- Candidates who came to their present stage this year, whatever the stage.
-- Draft regulation, 2.2 and 2.3.
SELECT m.code AS municipality,
       count(n.code) AS numerator,
       NULL AS denominator
FROM period AS y
CROSS JOIN municipalities AS m
LEFT JOIN nominations AS n
  ON n.municipality = m.code AND n.stage_on BETWEEN y.starts_on AND y.ends_on
GROUP BY m.code
