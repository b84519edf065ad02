-- Surveyed courses whose valued content is part of the teacher's route, of all surveyed this year.
-- Perm presentation, МОТОР: question 2 of the questionnaire. An unanswered question is not a "yes".
SELECT m.code AS municipality,
       count(*) FILTER (WHERE c.in_iom = 1) AS numerator,
       count(c.teacher) AS denominator
FROM period AS y
CROSS JOIN municipalities AS m
LEFT JOIN (
  SELECT t.municipality, p.teacher, p.surveyed_on, p.in_iom
  FROM post_course AS p
  JOIN current_teachers AS t ON t.code = p.teacher
) AS c ON c.municipality = m.code AND c.surveyed_on BETWEEN y.starts_on AND y.ends_on
GROUP BY m.code
