-- Schools with low results to which an active methodist is assigned this year, of all such schools.
-- Perm presentation, key functions: help for teachers of such schools.
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
