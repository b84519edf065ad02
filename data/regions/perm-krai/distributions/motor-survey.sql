-- Answers of this year's questionnaires: is the valued content of the courses part of the route?
-- Perm presentation, first results of the survey. An unanswered question is not a "yes", as in
-- motor-in-iom.
SELECT t.municipality, iif(p.in_iom = 1, 'yes', 'no') AS key, count(*) AS count
FROM period AS y
JOIN post_course AS p ON p.surveyed_on BETWEEN y.starts_on AND y.ends_on
JOIN current_teachers AS t ON t.code = p.teacher
GROUP BY t.municipality, iif(p.in_iom = 1, 'yes', 'no')
