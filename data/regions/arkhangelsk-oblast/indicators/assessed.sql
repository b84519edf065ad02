-- Active methodists whose methodical competences were assessed this year.
-- Presentation of the centre, slide "Procedure of assessment".
SELECT m.code AS municipality,
       count(a.code) AS numerator,
       NULL AS denominator
FROM period AS y
CROSS JOIN municipalities AS m
LEFT JOIN active_methodists AS a
  ON a.municipality = m.code AND a.assessed_on BETWEEN y.starts_on AND y.ends_on
GROUP BY m.code
