-- From the region's publication to one municipality's: what its own site is made from and offers as open data.
--
-- The program runs this file on a copy of publication.db, with one prepared row in place(code, site): the
-- municipality and the address of its site. Everything here is public already; what is about other municipalities
-- goes, except for the people and the organizations that this municipality's assignments name (form 2).
-- Every table of data/publication.sql stands here.

---------------------------------------------------------------------- what people allowed for this site
CREATE TEMP TABLE region AS SELECT value AS site FROM about WHERE key = 'site';
-- A section of the region's site belongs to it.
CREATE TEMP TABLE section AS
SELECT 1 FROM place, region
WHERE region.site <> '' AND substr(place.site, 1, length(region.site) + 1) = region.site || '/';

CREATE TEMP TABLE refused AS
SELECT methodist, field FROM conditions
EXCEPT
SELECT methodist, field FROM conditions
WHERE only_on = (SELECT site FROM place)
   OR only_on = (SELECT site FROM region) AND EXISTS (SELECT 1 FROM section);
DELETE FROM conditions;

DELETE FROM names_elsewhere WHERE EXISTS (SELECT 1 FROM section);
DELETE FROM names_elsewhere WHERE site NOT IN ('', (SELECT site FROM place));
DELETE FROM names_elsewhere AS n
WHERE n.site = '' AND EXISTS (SELECT 1 FROM names_elsewhere AS o
                              WHERE o.field = n.field AND o.key = n.key AND o.site <> '');
UPDATE municipalities SET ums_head = n.value FROM names_elsewhere AS n
WHERE n.field = 'municipalities.ums_head' AND n.key = code;
UPDATE associations SET head = n.value FROM names_elsewhere AS n WHERE n.field = 'associations.head' AND n.key = code;
UPDATE practices SET authors = n.value FROM names_elsewhere AS n WHERE n.field = 'practices.authors' AND n.key = slug;
DELETE FROM names_elsewhere;

CREATE TEMP TABLE unnamed AS SELECT methodist AS code FROM refused WHERE field = 'name';
CREATE TEMP TABLE unplaced AS SELECT methodist AS code FROM refused WHERE field IN ('organization', 'municipality');
UPDATE methodists SET email = NULL WHERE code IN (SELECT methodist FROM refused WHERE field = 'email');
UPDATE methodists SET about = NULL WHERE code IN (SELECT methodist FROM refused WHERE field = 'about');
UPDATE methodists SET organization = NULL WHERE code IN (SELECT code FROM unplaced);
UPDATE methodists SET other_direction = NULL, directions = NULL
WHERE code IN (SELECT methodist FROM refused WHERE field = 'direction');
-- Counted, not named: as data/publication.sql does with people who have not consented at all.
UPDATE roster SET methodist = NULL
WHERE methodist IN (SELECT code FROM unnamed)
   OR methodist IN (SELECT methodist FROM refused WHERE field IN ('municipality', 'subject'));
UPDATE assignments SET methodist = NULL
WHERE methodist IN (SELECT code FROM unnamed UNION SELECT code FROM unplaced);
DELETE FROM methodists WHERE code IN (SELECT code FROM unnamed);
UPDATE methodists SET municipality = NULL WHERE code IN (SELECT methodist FROM refused WHERE field = 'municipality');
UPDATE methodists SET subject = NULL WHERE code IN (SELECT methodist FROM refused WHERE field = 'subject');
UPDATE assignments SET subject = NULL WHERE methodist IN (SELECT methodist FROM refused WHERE field = 'subject');

------------------------------------------------------------------------------------- whom and what it names
CREATE TEMP TABLE own_people AS
SELECT code FROM methodists WHERE municipality = (SELECT code FROM place);

CREATE TEMP TABLE own_organizations AS
SELECT code FROM organizations WHERE municipality = (SELECT code FROM place);

-- Form 2: who is assigned to this municipality's organizations, and where its own methodists work.
DELETE FROM assignments
WHERE organization NOT IN (SELECT code FROM own_organizations)
  AND (methodist IS NULL OR methodist NOT IN (SELECT code FROM own_people));

-- Of people from elsewhere only what form 2 shows: the name, the place, the subject and the direction.
DELETE FROM methodists
WHERE code NOT IN (SELECT code FROM own_people)
  AND code NOT IN (SELECT methodist FROM assignments WHERE methodist IS NOT NULL);
UPDATE methodists SET organization = NULL, directions = NULL, included_on = NULL, email = NULL, about = NULL
WHERE code NOT IN (SELECT code FROM own_people);

DELETE FROM roster
WHERE municipality IS NOT (SELECT code FROM place)
  AND (methodist IS NULL OR methodist NOT IN (SELECT code FROM methodists));

DELETE FROM organizations
WHERE code NOT IN (SELECT code FROM own_organizations)
  AND code NOT IN (SELECT organization FROM assignments)
  AND code NOT IN (SELECT organization FROM methodists WHERE organization IS NOT NULL);
DELETE FROM innovation_sites WHERE organization NOT IN (SELECT code FROM own_organizations);

--------------------------------------------------------------------------------------------- places
DELETE FROM municipalities
WHERE code <> (SELECT code FROM place)
  AND code NOT IN (SELECT municipality FROM organizations)
  AND code NOT IN (SELECT municipality FROM methodists WHERE municipality IS NOT NULL);
UPDATE municipalities
SET ums_name = NULL, ums_head = NULL, ums_site = NULL, ums_email = NULL, ums_phone = NULL, ums_address = NULL
WHERE code <> (SELECT code FROM place);
DELETE FROM territories WHERE code NOT IN (SELECT territory FROM municipalities WHERE territory IS NOT NULL);

----------------------------------------------------------------------- records of the service; the region's own stay
DELETE FROM associations WHERE municipality <> (SELECT code FROM place);
DELETE FROM meetings WHERE association NOT IN (SELECT code FROM associations);
DELETE FROM practices WHERE municipality <> (SELECT code FROM place);
DELETE FROM documents WHERE municipality <> (SELECT code FROM place);
DELETE FROM events WHERE municipality <> (SELECT code FROM place);
-- The list of subjects is everybody's: subjects stays as it is.

-------------------------------------------------------- figures: its own, and the region's and its territory's beside them
CREATE TEMP TABLE scopes AS
SELECT 'municipality' AS scope, code FROM place
UNION ALL
SELECT 'territory', territory FROM municipalities WHERE code = (SELECT code FROM place);

DELETE FROM indicator_values WHERE scope <> 'region' AND (scope, code) NOT IN (SELECT scope, code FROM scopes WHERE code IS NOT NULL);
DELETE FROM form1 WHERE scope <> 'region' AND (scope, code) NOT IN (SELECT scope, code FROM scopes WHERE code IS NOT NULL);
DELETE FROM distribution_values WHERE scope <> 'region' AND (scope, code) NOT IN (SELECT scope, code FROM scopes WHERE code IS NOT NULL);

------------------------------------------------------------------------------- history: its own part (data/history.sql follows)
DELETE FROM release_changes
WHERE kind IN ('entered', 'named', 'updated') AND methodist NOT IN (SELECT code FROM own_people);
DELETE FROM release_changes
WHERE kind IN ('entered_unnamed', 'left', 'practice_removed') AND municipality IS NOT (SELECT code FROM place);
DELETE FROM release_changes WHERE organization IS NOT NULL AND organization NOT IN (SELECT code FROM own_organizations);
DELETE FROM release_changes
WHERE kind = 'figure' AND (scope <> 'municipality' OR place <> (SELECT code FROM place));
DELETE FROM releases WHERE as_of NOT IN (SELECT release FROM release_changes);

DELETE FROM about WHERE key = 'site';
INSERT INTO about SELECT 'municipality', code FROM place;
