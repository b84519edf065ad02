-- Active methodists appointed by an order (its number is known), of all active methodists.
-- Standard 1021-04, §4.4 II.
SELECT m.code AS municipality,
       count(*) FILTER (WHERE trim(a.order_number) <> '') AS numerator,
       count(a.code) AS denominator
FROM municipalities AS m
LEFT JOIN active_methodists AS a ON a.municipality = m.code
GROUP BY m.code
