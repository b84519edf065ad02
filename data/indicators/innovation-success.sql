-- Organizations that are an innovation site this year: those that completed its programme, of all.
-- Standard 1021-04, §4.4 III.5.
WITH participants AS (
  SELECT o.code, o.municipality, max(s.completed) AS completed
  FROM organizations AS o
  JOIN innovation_sites AS s ON s.organization = o.code
  WHERE s.school_year = :school_year
  GROUP BY o.code, o.municipality
)
SELECT m.code AS municipality,
       count(*) FILTER (WHERE p.completed = 1) AS numerator,
       count(p.code) AS denominator
FROM municipalities AS m
LEFT JOIN participants AS p ON p.municipality = m.code
GROUP BY m.code
