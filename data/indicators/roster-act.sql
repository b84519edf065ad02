-- The municipality's act with this year's roster of methodists is there.
-- Standard 1021-04, §4.4 I.2.
SELECT m.code AS municipality,
       EXISTS (
         SELECT 1
         FROM documents AS d
         WHERE d.municipality = m.code
           AND d.kind = 'roster_act'
           AND d.school_year = :school_year
       ) AS numerator,
       1 AS denominator
FROM municipalities AS m
