-- The municipality's bank holds at least one published practice.
-- Standard 1021-04, §4.4 III.6.
SELECT m.code AS municipality,
       EXISTS (
         SELECT 1
         FROM practices AS p
         WHERE p.municipality = m.code AND p.status = 'published'
       ) AS numerator,
       1 AS denominator
FROM municipalities AS m
