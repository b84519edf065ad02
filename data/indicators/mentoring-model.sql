-- Organizations that follow the target model of mentoring, of all organizations.
-- Standard 1021-04, §4.4 III.3.
SELECT m.code AS municipality,
       count(*) FILTER (WHERE o.mentoring_model = 1) AS numerator,
       count(o.code) AS denominator
FROM municipalities AS m
LEFT JOIN organizations AS o ON o.municipality = m.code
GROUP BY m.code
