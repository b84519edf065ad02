-- Professional associations of the municipality, of any kind.
-- Standard 1021-04, §4.4 III.1.
SELECT m.code AS municipality,
       count(a.code) AS numerator,
       NULL AS denominator
FROM municipalities AS m
LEFT JOIN associations AS a ON a.municipality = m.code
GROUP BY m.code
