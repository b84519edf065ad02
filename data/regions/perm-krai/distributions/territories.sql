-- Active methodists by territory of the roster. Perm presentation: share of methodists.
SELECT a.municipality, m.territory AS key, count(*) AS count
FROM active_methodists AS a
JOIN municipalities AS m ON m.code = a.municipality
WHERE m.territory IS NOT NULL
GROUP BY a.municipality, m.territory
