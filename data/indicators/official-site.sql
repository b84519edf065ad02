-- The address of the municipal service's official site is filled in.
-- Standard 1021-04, §4.4 I.4.
SELECT m.code AS municipality,
       ifnull(trim(m.ums_site), '') <> '' AS numerator,
       1 AS denominator
FROM municipalities AS m
