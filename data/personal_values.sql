-- What must not be found in any public file: the personal values that did not pass the gate.
--
-- Runs on the registry with the finished publication attached as "publication". Each row is one value:
-- kind 'name' (compared word by word, in any order of surname and given names, whatever stands between the
-- words), 'email' or 'code' (of a person; plain numbers and words are not looked for), with the field it comes from. A value that somebody else gave consent for (a namesake)
-- is listed with allowed = 1 and is not an alarm.
SELECT 'name' AS kind, last_name || ' ' || first_name || ' ' || ifnull(patronymic, '') AS value,
       'teachers.name' AS origin, 0 AS allowed
FROM teachers
UNION ALL
SELECT 'name', last_name || ' ' || first_name || ' ' || ifnull(patronymic, ''), 'nominations.name', 0
FROM nominations
UNION ALL
SELECT 'name', last_name || ' ' || first_name || ' ' || ifnull(patronymic, ''), 'methodists.name', 0
FROM methodists
UNION ALL
SELECT 'name', ums_head, 'municipalities.ums_head', 0 FROM municipalities WHERE ums_head IS NOT NULL
UNION ALL
SELECT 'name', head, 'associations.head', 0 FROM associations WHERE head IS NOT NULL
UNION ALL
SELECT 'name', authors, 'practices.authors', 0 FROM practices WHERE authors IS NOT NULL
UNION ALL
SELECT 'email', public_email, 'methodists.public_email', 0 FROM methodists WHERE public_email IS NOT NULL
UNION ALL
SELECT 'name', last_name || ' ' || first_name || ' ' || ifnull(patronymic, ''), 'methodists', 1
FROM publication.methodists
UNION ALL
SELECT 'name', ums_head, 'municipalities', 1 FROM publication.municipalities WHERE ums_head IS NOT NULL
UNION ALL
SELECT 'name', head, 'associations', 1 FROM publication.associations WHERE head IS NOT NULL
UNION ALL
SELECT 'name', authors, 'practices', 1 FROM publication.practices WHERE authors IS NOT NULL
UNION ALL
SELECT 'email', email, 'methodists', 1 FROM publication.methodists WHERE email IS NOT NULL
UNION ALL
SELECT 'email', ums_email, 'municipalities', 1 FROM publication.municipalities WHERE ums_email IS NOT NULL
UNION ALL
SELECT 'code', code, 'teachers.code', 0 FROM teachers
UNION ALL
SELECT 'code', code, 'nominations.code', 0 FROM nominations
UNION ALL
SELECT 'code', code, 'ioms.code', 0 FROM ioms
UNION ALL
SELECT 'code', code, 'methodists.code', 0 FROM methodists
UNION ALL
SELECT 'code', certificate, 'courses.certificate', 0 FROM courses WHERE certificate IS NOT NULL
UNION ALL
SELECT 'code', code, 'methodists.code', 1 FROM publication.methodists
UNION ALL
SELECT 'code', code, 'organizations.code', 1 FROM publication.organizations
