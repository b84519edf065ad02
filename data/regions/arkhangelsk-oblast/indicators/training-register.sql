-- Teachers who finished a course of the federal register this year, whoever taught it, of all.
-- Presentation of the centre, slide "Tasks of the regional system".
SELECT m.code AS municipality,
       count(*) FILTER (WHERE EXISTS (
         SELECT 1
         FROM courses AS c
         WHERE c.teacher = t.code
           AND c.finished_on BETWEEN y.starts_on AND y.ends_on
           AND c.program_registry = 'federal'
       )) AS numerator,
       count(t.code) AS denominator
FROM period AS y
CROSS JOIN municipalities AS m
LEFT JOIN current_teachers AS t ON t.municipality = m.code
GROUP BY m.code
