-- Municipalities in which at least one active methodist was assessed this year.
-- Presentation of the centre, slide "Procedure of assessment".
SELECT m.code AS municipality,
       EXISTS (
         SELECT 1
         FROM active_methodists AS a
         WHERE a.municipality = m.code AND a.assessed_on BETWEEN y.starts_on AND y.ends_on
       ) AS numerator,
       1 AS denominator
FROM period AS y
CROSS JOIN municipalities AS m
