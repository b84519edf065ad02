-- Surveyed courses whose valued content is not part of the teacher's route, of all surveyed this year:
-- the rest of motor-in-iom. Perm presentation, first results of the survey.
SELECT t.municipality,
       count(*) FILTER (WHERE ifnull(p.in_iom, 0) = 0) AS numerator,
       count(*) AS denominator
FROM period AS y
JOIN post_course AS p ON p.surveyed_on BETWEEN y.starts_on AND y.ends_on
JOIN current_teachers AS t ON t.code = p.teacher
GROUP BY t.municipality
