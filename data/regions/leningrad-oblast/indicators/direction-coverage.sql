-- Working directions in which the municipality has an active methodist, of the eight of the draft
-- regulation, 3.1. The keys are those of [[directions]] in profile.toml.
WITH directions (key) AS (
  VALUES ('post_course'), ('cascade'), ('tutoring'), ('deficits'), ('iom_support'), ('peer_learning'),
         ('low_results'), ('consulting')
)
SELECT m.code AS municipality,
       count(*) FILTER (WHERE EXISTS (
         SELECT 1
         FROM active_methodists AS a
         WHERE a.municipality = m.code AND instr('|' || a.directions || '|', '|' || d.key || '|') > 0
       )) AS numerator,
       count(*) AS denominator
FROM municipalities AS m
CROSS JOIN directions AS d
GROUP BY m.code
