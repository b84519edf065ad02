-- Organizations with low results that an active methodist takes care of this year, of all with low
-- results. Draft regulation, 1.4 and 3.1.
SELECT m.code AS municipality,
       count(*) FILTER (WHERE EXISTS (
         SELECT 1
         FROM assignments AS s
         JOIN active_methodists AS a ON a.code = s.methodist
         WHERE s.organization = o.code AND s.school_year = :school_year AND s.teachers_count > 0
       )) AS numerator,
       count(o.code) AS denominator
FROM municipalities AS m
LEFT JOIN organizations AS o ON o.municipality = m.code AND o.low_results = 1
GROUP BY m.code
