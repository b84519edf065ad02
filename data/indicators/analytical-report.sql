-- The municipality's analytical report for the year before is there.
-- Standard 1021-04, §4.4 I.1.
SELECT m.code AS municipality,
       EXISTS (
         SELECT 1
         FROM documents AS d
         WHERE d.municipality = m.code
           AND d.kind = 'analytical_report'
           AND d.school_year = :previous_year
       ) AS numerator,
       1 AS denominator
FROM municipalities AS m
