-- Deferred results of the courses surveyed this year, by scenario.
-- Perm presentation, variants of work with the deferred result.
SELECT t.municipality, p.outcome AS key, count(*) AS count
FROM period AS y
JOIN post_course AS p ON p.surveyed_on BETWEEN y.starts_on AND y.ends_on
JOIN current_teachers AS t ON t.code = p.teacher
WHERE p.outcome IS NOT NULL
GROUP BY t.municipality, p.outcome
