-- Teachers who finished a regional or municipal provider's course of the federal or regional
-- register this year, of all. Standard 1021-04, §4.4 II.
SELECT m.code AS municipality,
       count(*) FILTER (WHERE EXISTS (
         SELECT 1
         FROM courses AS c
         WHERE c.teacher = t.code
           AND c.finished_on BETWEEN y.starts_on AND y.ends_on
           AND c.provider IN ('regional', 'municipal')
           AND c.program_registry IN ('federal', 'regional')
       )) AS numerator,
       count(t.code) AS denominator
FROM period AS y
CROSS JOIN municipalities AS m
LEFT JOIN current_teachers AS t ON t.municipality = m.code
GROUP BY m.code
