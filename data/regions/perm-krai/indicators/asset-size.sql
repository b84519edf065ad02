-- Active methodists. Perm presentation: 296 people over seven territories.
SELECT m.code AS municipality,
       count(a.code) AS numerator,
       NULL AS denominator
FROM municipalities AS m
LEFT JOIN active_methodists AS a ON a.municipality = m.code
GROUP BY m.code
