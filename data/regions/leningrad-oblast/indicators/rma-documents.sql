-- The three documents that record the asset's work: the regulation, the register (at least one active
-- methodist) and this year's plan; how many are there, of three. Draft regulation, 3.3.
-- The region has one figure: it stands on one municipality, and the sum over all is the region's.
SELECT (SELECT min(code) FROM municipalities) AS municipality,
       EXISTS (
         SELECT 1
         FROM documents AS d
         WHERE d.kind = 'rma_regulation' AND ifnull(d.municipality, '') = ''
       )
       + EXISTS (SELECT 1 FROM active_methodists)
       + EXISTS (
         SELECT 1
         FROM documents AS d
         WHERE d.kind = 'rma_plan'
           AND ifnull(d.municipality, '') = ''
           AND d.school_year = :school_year
       ) AS numerator,
       3 AS denominator
