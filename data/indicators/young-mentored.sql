-- Teachers under 35 with less than 3 full years of work who have a mentor by an order, of all such
-- teachers. Standard 1021-04, §4.4 III.2.
SELECT m.code AS municipality,
       count(*) FILTER (WHERE EXISTS (
         SELECT 1
         FROM mentorships AS s
         WHERE s.mentee = t.code
           AND trim(s.order_number) <> ''
           AND s.started_on <> ''  -- an unknown start is not counted
           AND s.started_on <= :as_of
           AND (ifnull(s.ended_on, '') = '' OR s.ended_on > :as_of)
       )) AS numerator,
       count(t.code) AS denominator
FROM municipalities AS m
LEFT JOIN current_teachers AS t
  ON t.municipality = m.code AND t.age < 35 AND t.experience < 3
GROUP BY m.code
