-- Active methodists who finished their advanced training this year.
-- Presentation of the centre, slide "Advanced training of regional methodists".
SELECT m.code AS municipality,
       count(a.code) AS numerator,
       NULL AS denominator
FROM period AS y
CROSS JOIN municipalities AS m
LEFT JOIN active_methodists AS a
  ON a.municipality = m.code AND a.advanced_training_on BETWEEN y.starts_on AND y.ends_on
GROUP BY m.code
