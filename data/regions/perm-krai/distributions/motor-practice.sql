-- Does the valued content of the courses show in practice? Checklists of the courses surveyed this year.
-- Perm presentation, МОТОР: the methodist's checklist.
SELECT t.municipality, p.practice AS key, count(*) AS count
FROM period AS y
JOIN post_course AS p ON p.surveyed_on BETWEEN y.starts_on AND y.ends_on
JOIN current_teachers AS t ON t.code = p.teacher
WHERE p.practice IS NOT NULL
GROUP BY t.municipality, p.practice
