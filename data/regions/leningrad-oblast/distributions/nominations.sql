-- Candidates by stage as of the date: those still under way, whenever they came to their stage, and
-- those on whom it was decided this year. Draft regulation, 2.3.
-- The registry keeps a candidate's present stage only: of past years it shows what has not changed since.
SELECT n.municipality AS municipality,
       n.stage AS key,
       count(*) AS count
FROM period AS y
JOIN nominations AS n ON n.stage_on <= y.as_of
WHERE n.stage IN ('request', 'nominated', 'diagnostics') OR n.stage_on >= y.starts_on
GROUP BY n.municipality, n.stage
