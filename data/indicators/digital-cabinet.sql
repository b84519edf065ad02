-- Active methodists who work in the digital cabinet, of all active methodists.
-- Order 1068-04, §7 (D_км).
SELECT m.code AS municipality,
       count(*) FILTER (WHERE a.digital_cabinet = 1) AS numerator,
       count(a.code) AS denominator
FROM municipalities AS m
LEFT JOIN active_methodists AS a ON a.municipality = m.code
GROUP BY m.code
