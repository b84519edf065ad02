-- Counted teachers with a route of this year (not a draft, not cancelled) by the sections of the form
-- that it fills: a teacher counts once in each section.
SELECT t.municipality, a.section AS key, count(DISTINCT t.code) AS count
FROM ioms AS i
JOIN current_teachers AS t ON t.code = i.teacher
JOIN iom_activities AS a ON a.iom = i.code
WHERE i.school_year = :school_year
  AND i.status NOT IN ('draft', 'cancelled')
GROUP BY t.municipality, a.section
