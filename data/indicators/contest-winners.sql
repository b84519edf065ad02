-- Teachers with a win or a prize this year in a contest of the ministry's list, each counted once.
-- Standard 1021-04, §4.4 II.
SELECT m.code AS municipality,
       count(*) FILTER (WHERE EXISTS (
         SELECT 1
         FROM contests AS c
         WHERE c.teacher = t.code
           AND c.school_year = :school_year
           AND c.ministry_list = 1
       )) AS numerator,
       NULL AS denominator
FROM municipalities AS m
LEFT JOIN current_teachers AS t ON t.municipality = m.code
GROUP BY m.code
