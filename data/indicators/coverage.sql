-- Municipalities with at least one active methodist.
-- Order 1068-04, §7 (D_ма).
SELECT m.code AS municipality,
       m.code IN (SELECT a.municipality FROM active_methodists AS a) AS numerator,
       1 AS denominator
FROM municipalities AS m
