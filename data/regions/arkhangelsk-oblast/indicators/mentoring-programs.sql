-- Mentored teachers as of the date who have a personal programme with their mentor, of all mentored.
-- Presentation of the centre, slides "Directions of the system" and "Tasks of the districts".
WITH mentored AS (
  SELECT t.code, t.municipality, max(ifnull(s.program, 0)) AS program
  FROM current_teachers AS t
  JOIN mentorships AS s ON s.mentee = t.code
  WHERE s.started_on <> ''
    AND s.started_on <= :as_of
    AND (ifnull(s.ended_on, '') = '' OR s.ended_on > :as_of)
  GROUP BY t.code, t.municipality
)
SELECT m.code AS municipality,
       count(*) FILTER (WHERE p.program = 1) AS numerator,
       count(p.code) AS denominator
FROM municipalities AS m
LEFT JOIN mentored AS p ON p.municipality = m.code
GROUP BY m.code
