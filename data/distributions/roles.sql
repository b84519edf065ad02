-- Active methodists by role of the profile: one with several roles counts in each of them, so the
-- counts may add up to more than the roster.
WITH RECURSIVE parts(methodist, municipality, key, rest) AS (
  SELECT a.code, a.municipality, '', ifnull(a.roles, '') || '|'
  FROM active_methodists AS a
  UNION ALL
  SELECT methodist, municipality,
         trim(substr(rest, 1, instr(rest, '|') - 1)),
         substr(rest, instr(rest, '|') + 1)
  FROM parts
  WHERE rest <> ''
)
SELECT municipality, key, count(DISTINCT methodist) AS count
FROM parts
WHERE key <> ''
GROUP BY municipality, key
