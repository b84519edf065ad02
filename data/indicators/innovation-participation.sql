-- Organizations that are an innovation site this year, of all organizations.
-- Standard 1021-04, §4.4 III.4.
SELECT m.code AS municipality,
       count(*) FILTER (WHERE EXISTS (
         SELECT 1
         FROM innovation_sites AS s
         WHERE s.organization = o.code AND s.school_year = :school_year
       )) AS numerator,
       count(o.code) AS denominator
FROM municipalities AS m
LEFT JOIN organizations AS o ON o.municipality = m.code
GROUP BY m.code
