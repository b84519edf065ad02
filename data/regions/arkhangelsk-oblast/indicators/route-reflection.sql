-- Teachers with something done in a route of this year: those who wrote what it gave them for every
-- such activity, of all. Column "reflexive report" of the route form.
WITH done AS (
  SELECT t.code, t.municipality, min(trim(ifnull(a.reflection, '')) <> '') AS reflected
  FROM current_teachers AS t
  JOIN ioms AS i ON i.teacher = t.code
  JOIN iom_activities AS a ON a.iom = i.code
  WHERE i.school_year = :school_year
    AND i.status NOT IN ('draft', 'cancelled')
    AND a.done_on <> ''
    AND a.done_on <= :as_of
  GROUP BY t.code, t.municipality
)
SELECT m.code AS municipality,
       count(*) FILTER (WHERE d.reflected = 1) AS numerator,
       count(d.code) AS denominator
FROM municipalities AS m
LEFT JOIN done AS d ON d.municipality = m.code
GROUP BY m.code
