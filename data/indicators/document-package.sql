-- Kinds of the required package that the municipality has for this year or without a year, of all
-- kinds of the package. Standard 1021-04, §4.1.
SELECT m.code AS municipality,
       (SELECT count(*)
        FROM required_documents AS r
        WHERE EXISTS (
          SELECT 1
          FROM documents AS d
          WHERE d.municipality = m.code
            AND d.kind = r.kind
            AND ifnull(d.school_year, '') IN ('', :school_year)
        )) AS numerator,
       (SELECT count(*) FROM required_documents) AS denominator
FROM municipalities AS m
