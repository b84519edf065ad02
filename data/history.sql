-- What may stay in the public history of changes (tables releases and release_changes of data/publication.sql).
--
-- The program runs this file whenever it writes a history: the region's before a publication is complete, and
-- again on every municipality's part. An old entry never says more than the publication of today says itself:
-- whoever withdrew the consent is gone from it, and a figure that is hidden today is hidden in it, too.

----------------------------------------------------------------------------------------------- people
-- Named, by code, is only who is named today with a municipality; of such a person's new particulars only those
-- that still stand here. Values of people are never kept: pages show today's.
DELETE FROM release_changes
WHERE kind IN ('entered', 'named', 'updated')
  AND (methodist IS NULL OR methodist NOT IN (SELECT code FROM methodists WHERE municipality IS NOT NULL));
DELETE FROM release_changes
WHERE kind = 'updated'
  AND methodist NOT IN (SELECT code FROM methodists
                        WHERE CASE release_changes.field
                                WHEN 'organization' THEN organization IS NOT NULL
                                WHEN 'subject' THEN subject IS NOT NULL
                                WHEN 'other_direction' THEN other_direction IS NOT NULL
                                ELSE 1 END);

-- An assignment goes on without the name of whom form 2 would not name today.
CREATE TEMP TABLE named_in_form2 AS
SELECT code FROM methodists WHERE municipality IS NOT NULL AND organization IS NOT NULL AND subject IS NOT NULL
UNION
SELECT methodist FROM assignments WHERE methodist IS NOT NULL AND subject IS NOT NULL;
UPDATE release_changes SET methodist = NULL
WHERE organization IS NOT NULL AND methodist NOT IN (SELECT code FROM named_in_form2);
UPDATE release_changes SET former_methodist = NULL
WHERE organization IS NOT NULL AND former_methodist NOT IN (SELECT code FROM named_in_form2);
DROP TABLE temp.named_in_form2;

----------------------------------------------------------------------------------------------- figures
-- Hidden today, or no longer published at all: then the old numbers go as well.
DELETE FROM release_changes
WHERE kind = 'figure'
  AND NOT EXISTS (SELECT 1 FROM indicator_values AS v
                  WHERE v.indicator = release_changes.indicator AND v.school_year = release_changes.school_year
                    AND v.scope = release_changes.scope AND v.code = release_changes.place
                    AND v.status <> 'suppressed');

--------------------------------------------------------------------------------- what is no longer there
DELETE FROM release_changes WHERE organization IS NOT NULL AND organization NOT IN (SELECT code FROM organizations);
DELETE FROM release_changes WHERE practice IS NOT NULL AND practice NOT IN (SELECT slug FROM practices);
DELETE FROM release_changes WHERE municipality IS NOT NULL AND municipality NOT IN (SELECT code FROM municipalities);
DELETE FROM releases WHERE as_of NOT IN (SELECT release FROM release_changes);
