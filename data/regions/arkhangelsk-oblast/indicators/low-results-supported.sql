-- Organizations with low results to which an active methodist is assigned this year, of all such.
-- Presentation of the centre, slides "Tasks of the regional system" and "Directions of methodists".
SELECT m.code AS municipality,
       count(*) FILTER (WHERE EXISTS (
         SELECT 1
         FROM assignments AS s
         JOIN active_methodists AS a ON a.code = s.methodist
         WHERE s.organization = o.code AND s.school_year = :school_year
       )) AS numerator,
       count(o.code) AS denominator
FROM municipalities AS m
LEFT JOIN organizations AS o ON o.municipality = m.code AND o.low_results = 1
GROUP BY m.code
