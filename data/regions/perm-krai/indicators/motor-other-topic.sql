-- Surveyed courses with changes on another topic only, of all with an outcome this year.
-- Perm presentation, variants of work with the deferred result.
SELECT t.municipality,
       count(*) FILTER (WHERE p.outcome = 'other_topic') AS numerator,
       count(p.outcome) AS denominator
FROM period AS y
JOIN post_course AS p ON p.surveyed_on BETWEEN y.starts_on AND y.ends_on
JOIN current_teachers AS t ON t.code = p.teacher
GROUP BY t.municipality
