-- Active methodists with the required qualification category, of all active methodists.
-- Order 1068-04, §4.3; the rule itself stands in the profile's [[criteria]].
SELECT m.code AS municipality,
       count(*) FILTER (WHERE c.met = 1) AS numerator,
       count(c.methodist) AS denominator
FROM municipalities AS m
LEFT JOIN methodist_criteria AS c ON c.municipality = m.code AND c.criterion = 'category'
GROUP BY m.code
