-- The registry: the interchange tables of docs/registry.md, column for column and in the same order.
-- Codes are natural keys: the same text stands in the CSV, in the Excel form and here.
-- Dates are ISO text, booleans 0/1, lists one text with '|' between the keys.
-- Key columns that may be left empty hold '' (text) or are folded by ifnull() in a unique index (references).
-- This file is always the newest layout; data/migrations/ brings older registries up to it.

PRAGMA application_id = 1297368129;  -- 'MTDA'
PRAGMA user_version = 3;

CREATE TABLE territories (
  code   TEXT NOT NULL PRIMARY KEY,
  name   TEXT NOT NULL,
  center TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE municipalities (
  code             TEXT NOT NULL PRIMARY KEY,
  name             TEXT NOT NULL,
  kind             TEXT,
  territory        TEXT REFERENCES territories (code),
  oktmo            TEXT,
  ums_name         TEXT,
  ums_head         TEXT,
  ums_head_consent INTEGER CHECK (ums_head_consent IN (0, 1)),
  ums_site         TEXT,
  ums_email        TEXT,
  ums_phone        TEXT,
  ums_address      TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX municipalities_territory ON municipalities (territory);

CREATE TABLE organizations (
  code            TEXT NOT NULL PRIMARY KEY,
  municipality    TEXT NOT NULL REFERENCES municipalities (code),
  name            TEXT NOT NULL,
  short_name      TEXT,
  kind            TEXT NOT NULL CHECK (kind IN ('preschool', 'school', 'additional', 'vocational')),
  remote          INTEGER CHECK (remote IN (0, 1)),
  low_results     INTEGER CHECK (low_results IN (0, 1)),
  mentoring_model INTEGER CHECK (mentoring_model IN (0, 1)),
  site            TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX organizations_municipality ON organizations (municipality);

CREATE TABLE subjects (
  code     TEXT NOT NULL PRIMARY KEY,
  area     TEXT NOT NULL,
  name     TEXT NOT NULL,
  position INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE teachers (
  code           TEXT NOT NULL PRIMARY KEY,
  organization   TEXT NOT NULL REFERENCES organizations (code),
  last_name      TEXT NOT NULL,
  first_name     TEXT NOT NULL,
  patronymic     TEXT,
  birth_date     TEXT,
  subject        TEXT NOT NULL REFERENCES subjects (code),
  position       TEXT,
  category       TEXT CHECK (category IN ('none', 'first', 'highest', 'methodist', 'mentor')),
  teaching_since TEXT,
  manager        INTEGER CHECK (manager IN (0, 1)),
  dismissed_on   TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX teachers_organization ON teachers (organization);
CREATE INDEX teachers_subject ON teachers (subject);

CREATE TABLE methodists (
  code                 TEXT NOT NULL PRIMARY KEY,
  last_name            TEXT NOT NULL,
  first_name           TEXT NOT NULL,
  patronymic           TEXT,
  municipality         TEXT NOT NULL REFERENCES municipalities (code),
  organization         TEXT REFERENCES organizations (code),
  subject              TEXT NOT NULL REFERENCES subjects (code),
  other_direction      TEXT,
  education            TEXT CHECK (education IN ('higher_pedagogical', 'higher', 'secondary')),
  category             TEXT CHECK (category IN ('none', 'first', 'highest', 'methodist', 'mentor')),
  teaching_since       TEXT,
  employment           TEXT CHECK (employment IN ('main', 'part_time')),
  engagement           TEXT CHECK (engagement IN ('staff', 'contract', 'other')),
  assessment_level     TEXT,
  assessed_on          TEXT,
  advanced_training_on TEXT,
  digital_cabinet      INTEGER CHECK (digital_cabinet IN (0, 1)),
  roles                TEXT,
  directions           TEXT,
  order_number         TEXT,
  included_on          TEXT,
  excluded_on          TEXT,
  consent_on           TEXT,
  consent_withdrawn_on TEXT,
  public_email         TEXT,
  about                TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX methodists_municipality ON methodists (municipality);
CREATE INDEX methodists_organization ON methodists (organization);
CREATE INDEX methodists_subject ON methodists (subject);

CREATE TABLE consents (
  methodist    TEXT NOT NULL REFERENCES methodists (code),
  field        TEXT NOT NULL CHECK (field IN ('email', 'about', 'photo', 'authorship', 'name', 'municipality',
                                              'organization', 'subject', 'direction')),
  site         TEXT NOT NULL DEFAULT '',
  given_on     TEXT NOT NULL,
  expires_on   TEXT,
  withdrawn_on TEXT,
  document     TEXT,
  PRIMARY KEY (methodist, field, site)
) STRICT, WITHOUT ROWID;

CREATE TABLE nominations (
  code         TEXT NOT NULL PRIMARY KEY,
  last_name    TEXT NOT NULL,
  first_name   TEXT NOT NULL,
  patronymic   TEXT,
  municipality TEXT NOT NULL REFERENCES municipalities (code),
  subject      TEXT REFERENCES subjects (code),
  nominated_by TEXT,
  stage        TEXT NOT NULL CHECK (stage IN ('request', 'nominated', 'diagnostics', 'included', 'rejected')),
  stage_on     TEXT,
  methodist    TEXT REFERENCES methodists (code)
) STRICT, WITHOUT ROWID;
CREATE INDEX nominations_municipality ON nominations (municipality);
CREATE INDEX nominations_subject ON nominations (subject);
CREATE INDEX nominations_methodist ON nominations (methodist);

CREATE TABLE assignments (
  methodist      TEXT NOT NULL REFERENCES methodists (code),
  organization   TEXT NOT NULL REFERENCES organizations (code),
  school_year    TEXT NOT NULL,
  subject        TEXT REFERENCES subjects (code),
  teachers_count INTEGER NOT NULL CHECK (teachers_count >= 0),
  mode           TEXT CHECK (mode IN ('in_person', 'remote', 'flash'))
) STRICT;
CREATE UNIQUE INDEX assignments_key ON assignments (methodist, organization, ifnull(subject, ''), school_year);
CREATE INDEX assignments_organization ON assignments (organization);
CREATE INDEX assignments_subject ON assignments (subject);
CREATE INDEX assignments_school_year ON assignments (school_year);

CREATE TABLE assessments (
  teacher     TEXT NOT NULL REFERENCES teachers (code),
  school_year TEXT NOT NULL,
  level       TEXT NOT NULL,
  assessed_on TEXT,
  kind        TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (teacher, school_year, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE ioms (
  code         TEXT NOT NULL PRIMARY KEY,
  teacher      TEXT NOT NULL REFERENCES teachers (code),
  methodist    TEXT REFERENCES methodists (code),
  school_year  TEXT NOT NULL,
  created_on   TEXT,
  stage        INTEGER CHECK (stage BETWEEN 1 AND 4),
  status       TEXT NOT NULL CHECK (status IN ('draft', 'agreed', 'in_progress', 'completed', 'extended', 'cancelled')),
  completed_on TEXT,
  digital      INTEGER CHECK (digital IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX ioms_teacher ON ioms (teacher);
CREATE INDEX ioms_methodist ON ioms (methodist);

CREATE TABLE iom_activities (
  iom        TEXT NOT NULL REFERENCES ioms (code),
  section    TEXT NOT NULL CHECK (section IN ('1.1', '1.2', '1.3', '1.4', '2.1', '2.2', '3')),
  title      TEXT NOT NULL,
  details    TEXT,
  hours      REAL CHECK (hours >= 0),
  due_on     TEXT,
  done_on    TEXT,
  reflection TEXT,
  PRIMARY KEY (iom, section, title)
) STRICT, WITHOUT ROWID;

CREATE TABLE mentorships (
  mentor       TEXT NOT NULL REFERENCES teachers (code),
  mentee       TEXT NOT NULL REFERENCES teachers (code),
  order_number TEXT,
  order_on     TEXT,
  started_on   TEXT NOT NULL DEFAULT '',
  ended_on     TEXT,
  program      INTEGER CHECK (program IN (0, 1)),
  PRIMARY KEY (mentor, mentee, started_on)
) STRICT, WITHOUT ROWID;
CREATE INDEX mentorships_mentee ON mentorships (mentee);

CREATE TABLE courses (
  teacher          TEXT NOT NULL REFERENCES teachers (code),
  program          TEXT NOT NULL,
  provider         TEXT NOT NULL CHECK (provider IN ('federal', 'regional', 'municipal')),
  program_registry TEXT CHECK (program_registry IN ('federal', 'regional', 'none')),
  hours            REAL CHECK (hours >= 0),
  started_on       TEXT,
  finished_on      TEXT NOT NULL,
  certificate      TEXT,
  PRIMARY KEY (teacher, program, finished_on)
) STRICT, WITHOUT ROWID;

CREATE TABLE post_course (
  teacher            TEXT NOT NULL REFERENCES teachers (code),
  program            TEXT NOT NULL,
  surveyed_on        TEXT NOT NULL,
  valued             TEXT,
  in_iom             INTEGER CHECK (in_iom IN (0, 1)),
  iom_started        INTEGER CHECK (iom_started IN (0, 1)),
  evidence           TEXT,
  practice           TEXT CHECK (practice IN ('full', 'partial', 'none')),
  municipal_showcase INTEGER CHECK (municipal_showcase IN (0, 1)),
  outcome            TEXT CHECK (outcome IN ('absent', 'other_topic', 'present')),
  PRIMARY KEY (teacher, program)
) STRICT, WITHOUT ROWID;

CREATE TABLE associations (
  code          TEXT NOT NULL PRIMARY KEY,
  municipality  TEXT NOT NULL REFERENCES municipalities (code),
  name          TEXT NOT NULL,
  kind          TEXT NOT NULL CHECK (kind IN ('gmo', 'mmo', 'rmo', 'metasubject', 'professional')),
  subject       TEXT REFERENCES subjects (code),
  head          TEXT,
  head_consent  INTEGER CHECK (head_consent IN (0, 1)),
  members_count INTEGER CHECK (members_count >= 0),
  order_number  TEXT,
  order_on      TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX associations_municipality ON associations (municipality);
CREATE INDEX associations_subject ON associations (subject);

CREATE TABLE meetings (
  association TEXT NOT NULL REFERENCES associations (code),
  held_on     TEXT NOT NULL,
  topic       TEXT NOT NULL,
  PRIMARY KEY (association, held_on, topic)
) STRICT, WITHOUT ROWID;

CREATE TABLE lesson_visits (
  code          TEXT NOT NULL PRIMARY KEY,
  municipality  TEXT NOT NULL REFERENCES municipalities (code),
  visited_on    TEXT NOT NULL,
  methodist     TEXT REFERENCES methodists (code),
  teacher       TEXT REFERENCES teachers (code),
  teacher_group TEXT NOT NULL CHECK (teacher_group IN ('young', 'high', 'low', 'technology')),
  video_url     TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX lesson_visits_municipality ON lesson_visits (municipality);
CREATE INDEX lesson_visits_methodist ON lesson_visits (methodist);
CREATE INDEX lesson_visits_teacher ON lesson_visits (teacher);

CREATE TABLE contests (
  teacher       TEXT NOT NULL REFERENCES teachers (code),
  contest       TEXT NOT NULL,
  level         TEXT NOT NULL CHECK (level IN ('municipal', 'regional', 'federal')),
  result        TEXT NOT NULL CHECK (result IN ('winner', 'prize')),
  school_year   TEXT NOT NULL,
  ministry_list INTEGER CHECK (ministry_list IN (0, 1)),
  PRIMARY KEY (teacher, contest, school_year)
) STRICT, WITHOUT ROWID;

CREATE TABLE innovation_sites (
  organization TEXT NOT NULL REFERENCES organizations (code),
  kind         TEXT NOT NULL CHECK (kind IN ('rip', 'rsp', 'msp')),
  school_year  TEXT NOT NULL,
  program      TEXT NOT NULL DEFAULT '',
  completed    INTEGER CHECK (completed IN (0, 1)),
  PRIMARY KEY (organization, kind, school_year, program)
) STRICT, WITHOUT ROWID;

CREATE TABLE practices (
  slug            TEXT NOT NULL PRIMARY KEY,
  municipality    TEXT NOT NULL REFERENCES municipalities (code),
  organization    TEXT REFERENCES organizations (code),
  title           TEXT NOT NULL,
  kind            TEXT NOT NULL CHECK (kind IN ('pedagogical', 'managerial')),
  subject         TEXT REFERENCES subjects (code),
  level           TEXT CHECK (level IN ('preschool', 'primary', 'basic', 'secondary', 'all')),
  direction       TEXT,
  authors         TEXT,
  authors_consent INTEGER CHECK (authors_consent IN (0, 1)),
  annotation      TEXT NOT NULL,
  body            TEXT NOT NULL,
  materials_url   TEXT,
  reviewed_on     TEXT,
  status          TEXT NOT NULL CHECK (status IN ('draft', 'published', 'archived')),
  year            INTEGER NOT NULL,
  tags            TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX practices_municipality ON practices (municipality);
CREATE INDEX practices_organization ON practices (organization);
CREATE INDEX practices_subject ON practices (subject);

CREATE TABLE documents (
  code         TEXT NOT NULL PRIMARY KEY,
  municipality TEXT REFERENCES municipalities (code),
  kind         TEXT NOT NULL,
  title        TEXT NOT NULL,
  number       TEXT,
  signed_on    TEXT NOT NULL,
  school_year  TEXT,
  url          TEXT,
  file         TEXT,
  agreed_on    TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX documents_municipality ON documents (municipality, kind);

CREATE TABLE events (
  code         TEXT NOT NULL PRIMARY KEY,
  title        TEXT NOT NULL,
  kind         TEXT NOT NULL CHECK (kind IN ('rma_meeting', 'webinar', 'seminar', 'contest', 'week', 'other')),
  starts_on    TEXT NOT NULL,
  ends_on      TEXT,
  municipality TEXT REFERENCES municipalities (code),
  place        TEXT,
  url          TEXT,
  audience     TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX events_municipality ON events (municipality);

CREATE TABLE ums_tasks (
  municipality TEXT NOT NULL REFERENCES municipalities (code),
  function     TEXT NOT NULL,
  period       TEXT NOT NULL,
  due_on       TEXT,
  done_on      TEXT,
  evidence_url TEXT,
  PRIMARY KEY (municipality, function, period)
) STRICT, WITHOUT ROWID;

CREATE TABLE audits (
  municipality TEXT NOT NULL REFERENCES municipalities (code),
  school_year  TEXT NOT NULL,
  item         TEXT NOT NULL,
  max_score    REAL,
  self_score   REAL,
  expert_score REAL,
  PRIMARY KEY (municipality, school_year, item)
) STRICT, WITHOUT ROWID;

-- The journal: which file changed what and when (docs/registry.md, "Journal"). Not an interchange table;
-- no part of a build's figures.

CREATE TABLE journal_imports (
  id         INTEGER NOT NULL PRIMARY KEY,
  applied_at TEXT NOT NULL,                            -- ISO, UTC
  program    TEXT NOT NULL,
  partial    INTEGER NOT NULL CHECK (partial IN (0, 1)),
  undone_at  TEXT
) STRICT;

CREATE TABLE journal_files (
  import       INTEGER NOT NULL REFERENCES journal_imports (id),
  position     INTEGER NOT NULL,
  name         TEXT NOT NULL,
  sha256       TEXT NOT NULL,
  municipality TEXT NOT NULL DEFAULT '',               -- whose rows it held; '': the region's or several
  form_made_on TEXT NOT NULL DEFAULT '',               -- stamp of a collection workbook
  taken        INTEGER NOT NULL,
  returned     INTEGER NOT NULL,
  warnings     INTEGER NOT NULL,
  PRIMARY KEY (import, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE journal_tables (
  import     INTEGER NOT NULL REFERENCES journal_imports (id),
  table_name TEXT NOT NULL,
  added      INTEGER NOT NULL,
  changed    INTEGER NOT NULL,
  unchanged  INTEGER NOT NULL,
  PRIMARY KEY (import, table_name)
) STRICT, WITHOUT ROWID;

-- One line per row that an import added or changed: the key's parts as a JSON array, and of a changed row the
-- columns that the import could change, before and after, as JSON objects (real numbers with 17 digits).
CREATE TABLE journal_rows (
  import     INTEGER NOT NULL REFERENCES journal_imports (id),
  position   INTEGER NOT NULL,
  table_name TEXT NOT NULL,
  row_key    TEXT NOT NULL,
  before     TEXT,                                     -- NULL: the row was added
  after      TEXT,
  PRIMARY KEY (import, position)
) STRICT, WITHOUT ROWID;

-- Collection forms given out to municipalities.
CREATE TABLE journal_forms (
  municipality TEXT NOT NULL,
  made_on      TEXT NOT NULL,
  due_on       TEXT NOT NULL,
  layout       TEXT NOT NULL,
  file         TEXT NOT NULL,
  PRIMARY KEY (municipality, made_on)
) STRICT, WITHOUT ROWID;
