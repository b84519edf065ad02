-- Points given by the experts of this year's audit, of the greatest possible for the same items.
-- Standard 1021-04, §4.5.
SELECT m.code AS municipality,
       total(a.expert_score) AS numerator,
       total(a.max_score) AS denominator
FROM municipalities AS m
LEFT JOIN audits AS a
  ON a.municipality = m.code AND a.school_year = :school_year AND a.expert_score IS NOT NULL
GROUP BY m.code
