-- Active methodists who passed the assessment of competences by the as-of date, of all active ones.
-- Draft regulation, 2.3.4 and 2.5.
SELECT m.code AS municipality,
       count(*) FILTER (WHERE a.assessed_on <= :as_of) AS numerator,
       count(a.code) AS denominator
FROM municipalities AS m
LEFT JOIN active_methodists AS a ON a.municipality = m.code
GROUP BY m.code
