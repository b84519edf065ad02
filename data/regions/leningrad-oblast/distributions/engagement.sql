-- Active methodists by the terms on which they work. Draft regulation, 2.1.
SELECT a.municipality AS municipality,
       a.engagement AS key,
       count(*) AS count
FROM active_methodists AS a
WHERE a.engagement <> ''
GROUP BY a.municipality, a.engagement
