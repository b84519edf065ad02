-- Regional events that have begun this year by the as-of date: the row of the region itself.
-- Presentation of the centre, slide "Directions of the system".
SELECT 'arkhangelsk-oblast' AS municipality,
       count(e.code) AS numerator,
       NULL AS denominator
FROM period AS y
LEFT JOIN events AS e
  ON e.municipality IS NULL
  AND e.starts_on BETWEEN y.starts_on AND y.ends_on
  AND e.starts_on <= y.as_of
