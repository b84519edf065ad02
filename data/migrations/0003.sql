-- Layout 3: consent for being named as an author (field 'authorship').

ALTER TABLE consents RENAME TO former_consents;
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
INSERT INTO consents SELECT methodist, field, site, given_on, expires_on, withdrawn_on, document FROM former_consents;
DROP TABLE former_consents;
