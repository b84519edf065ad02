-- Tasks of the municipal service due this year by the as-of date: those done in time, of all.
-- Standard 1021-04, §3.3.
SELECT m.code AS municipality,
       count(*) FILTER (WHERE k.done_on <= k.due_on) AS numerator,
       count(k.due_on) AS denominator
FROM period AS y
CROSS JOIN municipalities AS m
LEFT JOIN ums_tasks AS k
  ON k.municipality = m.code
  AND k.due_on BETWEEN y.starts_on AND y.ends_on
  AND k.due_on <= y.as_of
GROUP BY m.code
