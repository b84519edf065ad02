-- Elapsed quarters of the school year (September to November and so on) with at least one regional
-- meeting of the asset, of all elapsed quarters. Draft regulation, 3.4.
-- The region has one figure: it stands on one municipality, and the sum over all is the region's.
WITH quarters AS (
  SELECT date(y.starts_on, n.months || ' months') AS starts_on,
         date(y.starts_on, (n.months + 3) || ' months', '-1 day') AS ends_on
  FROM period AS y
  CROSS JOIN (SELECT 0 AS months UNION ALL SELECT 3 UNION ALL SELECT 6 UNION ALL SELECT 9) AS n
)
SELECT (SELECT min(code) FROM municipalities) AS municipality,
       count(*) FILTER (WHERE EXISTS (
         SELECT 1
         FROM events AS e
         WHERE e.kind = 'rma_meeting'
           AND ifnull(e.municipality, '') = ''
           AND e.starts_on BETWEEN q.starts_on AND q.ends_on
       )) AS numerator,
       count(*) AS denominator
FROM quarters AS q
WHERE q.ends_on <= :as_of
