-- The gate: what may leave the registry and become public. Everything not named here stays inside.
--
-- The program runs this file on a new, empty database with the registry attached (read-only) as "registry", one
-- prepared row in build(as_of, school_year) and three prepared tables: addresses, names_here, names_on (below). Only the
-- columns listed below are copied; a new column of the registry is private until somebody adds it here on purpose.
--
-- Who is named: a methodist with valid consent to distribution (152-ФЗ, art. 10.1) as of the build's date.
-- Silence is no consent. consent_on covers name, municipality, organization, subject and direction, on every site;
-- e-mail and "about" need a row of consents. Where a field has rows, they alone say from when until when and on
-- which site it may stand; a row without an address is for the region's site.
-- A withdrawal ends consent whatever its date, unless consent was given anew on a later day; consent also ends
-- on the day expires_on.

------------------------------------------------------------------------------------------------ consent
-- addresses(address, site, here): the addresses of consents as they are compared (without http:// or https://,
-- small letters, no slash at the end); here = 1: the site that is being made.
CREATE TEMP TABLE in_force AS
SELECT c.methodist, c.field, a.site, a.here
FROM registry.consents AS c JOIN addresses AS a ON a.address = c.site, build
WHERE c.given_on <= build.as_of
  AND (c.expires_on IS NULL OR c.expires_on > build.as_of)
  AND (c.withdrawn_on IS NULL OR c.withdrawn_on < c.given_on);

CREATE TEMP TABLE allowed AS
SELECT DISTINCT methodist, field FROM in_force WHERE here = 1;

-- Fields that have rows, but none for this site today.
CREATE TEMP TABLE refused AS
SELECT methodist, field FROM registry.consents
EXCEPT
SELECT methodist, field FROM allowed;

CREATE TEMP TABLE consenting AS
SELECT m.code
FROM registry.methodists AS m, build
WHERE m.consent_on <= build.as_of
  AND (m.consent_withdrawn_on IS NULL OR m.consent_withdrawn_on < m.consent_on)
  AND m.code NOT IN (SELECT methodist FROM refused WHERE field = 'name');

-- Heads and authors have a consent of their own beside the name. names_here(field, key, value): the names in such a
-- column without those who withdrew their consent, or closed their name or authorship on this site; only where
-- somebody is left out. Found by the program: the same full name, or initials in the same municipality.

------------------------------------------------------------------------------------- class P, as they are
CREATE TABLE territories (code TEXT PRIMARY KEY, name TEXT NOT NULL, center TEXT) STRICT;
INSERT INTO territories SELECT code, name, center FROM registry.territories ORDER BY code;

CREATE TABLE municipalities (
  code TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT, territory TEXT, oktmo TEXT, ums_name TEXT,
  ums_head TEXT, ums_site TEXT, ums_email TEXT, ums_phone TEXT, ums_address TEXT
) STRICT;
INSERT INTO municipalities
SELECT code, name, kind, territory, oktmo, ums_name,
       CASE WHEN ums_head_consent = 1
            THEN CASE WHEN code IN (SELECT key FROM names_here WHERE field = 'municipalities.ums_head')
                      THEN (SELECT value FROM names_here WHERE field = 'municipalities.ums_head' AND key = code)
                      ELSE ums_head END END,
       ums_site, ums_email, ums_phone, ums_address
FROM registry.municipalities ORDER BY code;

CREATE TABLE organizations (
  code TEXT PRIMARY KEY, municipality TEXT NOT NULL, name TEXT NOT NULL, short_name TEXT,
  kind TEXT NOT NULL, remote INTEGER, low_results INTEGER, mentoring_model INTEGER, site TEXT
) STRICT;
INSERT INTO organizations
SELECT code, municipality, name, short_name, kind, remote, low_results, mentoring_model, site
FROM registry.organizations ORDER BY code;
CREATE INDEX organizations_municipality ON organizations (municipality);

CREATE TABLE subjects (code TEXT PRIMARY KEY, area TEXT NOT NULL, name TEXT NOT NULL, position INTEGER)
STRICT;
INSERT INTO subjects SELECT code, area, name, position FROM registry.subjects ORDER BY code;

CREATE TABLE associations (
  code TEXT PRIMARY KEY, municipality TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, subject TEXT,
  head TEXT, members_count INTEGER, order_number TEXT, order_on TEXT
) STRICT;
INSERT INTO associations
SELECT code, municipality, name, kind, subject,
       CASE WHEN head_consent = 1
            THEN CASE WHEN code IN (SELECT key FROM names_here WHERE field = 'associations.head')
                      THEN (SELECT value FROM names_here WHERE field = 'associations.head' AND key = code)
                      ELSE head END END,
       members_count, order_number, order_on
FROM registry.associations ORDER BY code;
CREATE INDEX associations_municipality ON associations (municipality);

CREATE TABLE meetings (association TEXT NOT NULL, held_on TEXT NOT NULL, topic TEXT NOT NULL) STRICT;
INSERT INTO meetings
SELECT association, held_on, topic FROM registry.meetings ORDER BY association, held_on, topic;
CREATE INDEX meetings_association ON meetings (association);

CREATE TABLE innovation_sites (
  organization TEXT NOT NULL, kind TEXT NOT NULL, school_year TEXT NOT NULL, program TEXT,
  completed INTEGER
) STRICT;
INSERT INTO innovation_sites
SELECT organization, kind, school_year, program, completed
FROM registry.innovation_sites ORDER BY organization, kind, school_year, program;

-- Published practices only; the authors' names only with their consent.
CREATE TABLE practices (
  slug TEXT PRIMARY KEY, municipality TEXT NOT NULL, organization TEXT, title TEXT NOT NULL,
  kind TEXT NOT NULL, subject TEXT, level TEXT, direction TEXT, authors TEXT, annotation TEXT NOT NULL,
  body TEXT NOT NULL, materials_url TEXT, reviewed_on TEXT, year INTEGER NOT NULL, tags TEXT
) STRICT;
INSERT INTO practices
SELECT slug, municipality, organization, title, kind, subject, level, direction,
       CASE WHEN authors_consent = 1
            THEN CASE WHEN slug IN (SELECT key FROM names_here WHERE field = 'practices.authors')
                      THEN (SELECT value FROM names_here WHERE field = 'practices.authors' AND key = slug)
                      ELSE authors END END,
       annotation, body, materials_url, reviewed_on, year, tags
FROM registry.practices WHERE status = 'published' ORDER BY slug;
CREATE INDEX practices_municipality ON practices (municipality);

CREATE TABLE documents (
  code TEXT PRIMARY KEY, municipality TEXT, kind TEXT NOT NULL, title TEXT NOT NULL, number TEXT,
  signed_on TEXT NOT NULL, school_year TEXT, url TEXT, file TEXT, agreed_on TEXT
) STRICT;
INSERT INTO documents
SELECT code, municipality, kind, title, number, signed_on, school_year, url, file, agreed_on
FROM registry.documents ORDER BY code;
CREATE INDEX documents_municipality ON documents (municipality);

CREATE TABLE events (
  code TEXT PRIMARY KEY, title TEXT NOT NULL, kind TEXT NOT NULL, starts_on TEXT NOT NULL, ends_on TEXT,
  municipality TEXT, place TEXT, url TEXT, audience TEXT
) STRICT;
INSERT INTO events
SELECT code, title, kind, starts_on, ends_on, municipality, place, url, audience
FROM registry.events ORDER BY code;
CREATE INDEX events_municipality ON events (municipality);

---------------------------------------------------------------------- class C: methodists with consent
CREATE TABLE methodists (
  code TEXT PRIMARY KEY, last_name TEXT NOT NULL, first_name TEXT NOT NULL, patronymic TEXT,
  municipality TEXT, organization TEXT, subject TEXT, other_direction TEXT, directions TEXT,
  included_on TEXT, email TEXT, about TEXT
) STRICT;
INSERT INTO methodists
SELECT m.code, m.last_name, m.first_name, m.patronymic,
       CASE WHEN NOT EXISTS (SELECT 1 FROM refused AS n WHERE n.methodist = m.code AND n.field = 'municipality')
            THEN m.municipality END,
       CASE WHEN NOT EXISTS (SELECT 1 FROM refused AS n WHERE n.methodist = m.code
                             AND n.field IN ('organization', 'municipality'))
            THEN m.organization END,
       CASE WHEN NOT EXISTS (SELECT 1 FROM refused AS n WHERE n.methodist = m.code AND n.field = 'subject')
            THEN m.subject END,
       CASE WHEN NOT EXISTS (SELECT 1 FROM refused AS n WHERE n.methodist = m.code AND n.field = 'direction')
            THEN m.other_direction END,
       CASE WHEN NOT EXISTS (SELECT 1 FROM refused AS n WHERE n.methodist = m.code AND n.field = 'direction')
            THEN m.directions END,
       m.included_on,
       CASE WHEN EXISTS (SELECT 1 FROM allowed AS a WHERE a.methodist = m.code AND a.field = 'email')
            THEN m.public_email END,
       CASE WHEN EXISTS (SELECT 1 FROM allowed AS a WHERE a.methodist = m.code AND a.field = 'about')
            THEN m.about END
FROM registry.methodists AS m, build
WHERE m.code IN (SELECT code FROM consenting)
  AND m.included_on <= build.as_of AND (m.excluded_on IS NULL OR m.excluded_on > build.as_of)
ORDER BY m.code;

-- Consent names the sites (152-ФЗ, art. 10.1): whoever makes another site from this file keeps to these conditions
-- (data/municipality.sql). A field that is listed may stand on the sites listed with it and on no other.
CREATE TABLE conditions (methodist TEXT NOT NULL, field TEXT NOT NULL, only_on TEXT NOT NULL) STRICT;
INSERT INTO conditions
SELECT DISTINCT f.methodist, f.field, f.site
FROM in_force AS f
WHERE f.field NOT IN ('photo', 'authorship')
  AND f.methodist IN (SELECT code FROM methodists)
  AND EXISTS (SELECT 1 FROM allowed AS a WHERE a.methodist = f.methodist AND a.field = f.field)
ORDER BY 1, 2, 3;

-- The same for heads and authors: what may stand in their columns on other sites; site '': any not listed.
CREATE TABLE names_elsewhere (field TEXT NOT NULL, key TEXT NOT NULL, site TEXT NOT NULL, value TEXT) STRICT;
INSERT INTO names_elsewhere
SELECT n.field, n.key, n.site, n.value
FROM names_on AS n
WHERE n.field <> 'practices.authors' OR n.key IN (SELECT slug FROM practices)
ORDER BY 1, 2, 3;

-- The roster as open data counts everybody who is active; without consent a line says only where and for
-- which subject (the same counts stand in form 1). Whoever closed the municipality or the subject is counted there
-- without a name too: a line with a name and a gap could be filled by subtracting the lines from form 1.
CREATE TABLE roster (
  methodist TEXT, municipality TEXT, subject TEXT
) STRICT;
INSERT INTO roster
SELECT p.code, m.municipality, m.subject
FROM registry.methodists AS m JOIN build
LEFT JOIN methodists AS p ON p.code = m.code AND p.municipality IS m.municipality AND p.subject IS m.subject
WHERE m.included_on <= build.as_of AND (m.excluded_on IS NULL OR m.excluded_on > build.as_of)
ORDER BY p.code IS NULL, p.code, m.municipality, m.subject;

-- Form 2: which organizations are assigned, this school year. The methodist is named only with consent.
CREATE TABLE assignments (
  methodist TEXT, organization TEXT NOT NULL, subject TEXT, school_year TEXT NOT NULL,
  teachers_count INTEGER NOT NULL, mode TEXT
) STRICT;
INSERT INTO assignments
SELECT p.code, a.organization,
       CASE WHEN p.code IS NULL OR p.subject IS NOT NULL THEN ifnull(a.subject, m.subject) END,
       a.school_year, a.teachers_count, a.mode
FROM registry.assignments AS a
JOIN registry.methodists AS m ON m.code = a.methodist
JOIN build
LEFT JOIN methodists AS p ON p.code = m.code
  AND NOT EXISTS (SELECT 1 FROM refused AS n WHERE n.methodist = m.code
                  AND n.field IN ('organization', 'municipality'))
WHERE a.school_year = build.school_year
  AND m.included_on <= build.as_of AND (m.excluded_on IS NULL OR m.excluded_on > build.as_of)
ORDER BY p.code IS NULL, p.code, a.organization, 3, a.teachers_count, a.mode;

----------------------------------------------- figures: filled by the program after disclosure control
CREATE TABLE indicator_values (
  indicator TEXT NOT NULL, scope TEXT NOT NULL, code TEXT NOT NULL, name TEXT NOT NULL,
  school_year TEXT NOT NULL, numerator REAL, denominator REAL, value TEXT, unit TEXT NOT NULL,
  target REAL, status TEXT NOT NULL,
  PRIMARY KEY (indicator, school_year, scope, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE form1 (
  scope TEXT NOT NULL, code TEXT NOT NULL, position INTEGER NOT NULL, subject TEXT NOT NULL,
  teachers INTEGER, recommended_min INTEGER, recommended_max INTEGER, actual INTEGER NOT NULL,
  PRIMARY KEY (scope, code, position)
) STRICT, WITHOUT ROWID;

-- Breakdowns of the current school year (docs/indicators.md, "Distributions"); NULL: hidden.
CREATE TABLE distribution_values (
  distribution TEXT NOT NULL, scope TEXT NOT NULL, code TEXT NOT NULL, position INTEGER NOT NULL,
  key TEXT NOT NULL, count INTEGER, total INTEGER,
  PRIMARY KEY (distribution, scope, code, key)
) STRICT, WITHOUT ROWID;

----------------------------------------------------------- history: filled by the program (data/history.sql)
-- What each of the latest publications changed against the one before it, found by comparing the two public files.
-- People are codes of those who are named above, or counts; no old value of a person is kept.
CREATE TABLE releases (as_of TEXT PRIMARY KEY, former_as_of TEXT NOT NULL) STRICT;

-- kind: entered, named, updated (methodist; field: the column) · entered_unnamed, left (municipality, subject, count)
-- assigned, unassigned, reassigned (organization, subject, methodist, former_methodist) · new_year (school_year)
-- practice (practice: its slug) · practice_removed (municipality, count)
-- figure (indicator, scope, place, school_year; before and after as pages show them, NULL: no data)
CREATE TABLE release_changes (
  release TEXT NOT NULL, kind TEXT NOT NULL, municipality TEXT, subject TEXT, methodist TEXT,
  former_methodist TEXT, organization TEXT, practice TEXT, indicator TEXT, scope TEXT, place TEXT,
  school_year TEXT, field TEXT, count INTEGER, before TEXT, after TEXT
) STRICT;

CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
