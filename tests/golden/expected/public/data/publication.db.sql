BEGIN TRANSACTION;
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
INSERT INTO "about" VALUES('as_of','2025-11-20');
INSERT INTO "about" VALUES('disclosure_k','5');
INSERT INTO "about" VALUES('program_version','0.1.0');
INSERT INTO "about" VALUES('region','moscow-oblast');
INSERT INTO "about" VALUES('school_year','2025/2026');
INSERT INTO "about" VALUES('site','rma.example.ru');
INSERT INTO "about" VALUES('years','2023/2024|2024/2025|2025/2026');
CREATE TABLE assignments (
  methodist TEXT, organization TEXT NOT NULL, subject TEXT, school_year TEXT NOT NULL,
  teachers_count INTEGER NOT NULL, mode TEXT
) STRICT;
INSERT INTO "assignments" VALUES('m1','ozerny-1','russian','2025/2026',20,'remote');
INSERT INTO "assignments" VALUES('m1','svetly-1','russian','2025/2026',55,'in_person');
INSERT INTO "assignments" VALUES(NULL,'svetly-2','mathematics','2025/2026',12,NULL);
CREATE TABLE associations (
  code TEXT PRIMARY KEY, municipality TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, subject TEXT,
  head TEXT, members_count INTEGER, order_number TEXT, order_on TEXT
) STRICT;
INSERT INTO "associations" VALUES('ozerny-maths','ozerny','РМО учителей математики','rmo','mathematics',NULL,7,NULL,NULL);
INSERT INTO "associations" VALUES('svetly-russian','svetly','ГМО учителей русского языка','gmo','russian','Открытая Лариса Петровна',18,'45','2025-09-10');
CREATE TABLE conditions (methodist TEXT NOT NULL, field TEXT NOT NULL, only_on TEXT NOT NULL) STRICT;
INSERT INTO "conditions" VALUES('m1','email','rma.example.ru');
CREATE TABLE distribution_values (
  distribution TEXT NOT NULL, scope TEXT NOT NULL, code TEXT NOT NULL, position INTEGER NOT NULL,
  key TEXT NOT NULL, count INTEGER, total INTEGER,
  PRIMARY KEY (distribution, scope, code, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE documents (
  code TEXT PRIMARY KEY, municipality TEXT, kind TEXT NOT NULL, title TEXT NOT NULL, number TEXT,
  signed_on TEXT NOT NULL, school_year TEXT, url TEXT, file TEXT, agreed_on TEXT
) STRICT;
INSERT INTO "documents" VALUES('region-order',NULL,'order','Приказ о методическом активе','100','2025-09-01','2025/2026','https://example.ru/100.pdf',NULL,NULL);
INSERT INTO "documents" VALUES('svetly-plan','svetly','work_plan','План работы на 2025/2026 учебный год','3','2025-08-28','2025/2026',NULL,NULL,NULL);
INSERT INTO "documents" VALUES('svetly-roster','svetly','roster_act','Приказ о составе РМА','12-П','2025-09-20','2025/2026','https://svetly.example.ru/12.pdf',NULL,'2025-09-25');
INSERT INTO "documents" VALUES('svetly-ums','svetly','ums_regulation','Положение о методическом центре','1','2023-01-10',NULL,NULL,NULL,'2023-02-01');
CREATE TABLE events (
  code TEXT PRIMARY KEY, title TEXT NOT NULL, kind TEXT NOT NULL, starts_on TEXT NOT NULL, ends_on TEXT,
  municipality TEXT, place TEXT, url TEXT, audience TEXT
) STRICT;
INSERT INTO "events" VALUES('e1','Установочное совещание, осень','rma_meeting','2025-09-12',NULL,NULL,'г. Светлый',NULL,'методисты');
INSERT INTO "events" VALUES('e2','Неделя русского языка','week','2025-12-08','2025-12-12','svetly',NULL,'https://svetly.example.ru/week','учителя; родители');
CREATE TABLE form1 (
  scope TEXT NOT NULL, code TEXT NOT NULL, position INTEGER NOT NULL, subject TEXT NOT NULL,
  teachers INTEGER, recommended_min INTEGER, recommended_max INTEGER, actual INTEGER NOT NULL,
  PRIMARY KEY (scope, code, position)
) STRICT, WITHOUT ROWID;
INSERT INTO "form1" VALUES('municipality','lesnoy',1,'russian',NULL,NULL,NULL,0);
INSERT INTO "form1" VALUES('municipality','lesnoy',2,'literature',NULL,NULL,NULL,0);
INSERT INTO "form1" VALUES('municipality','lesnoy',3,'mathematics',NULL,NULL,NULL,0);
INSERT INTO "form1" VALUES('municipality','lesnoy',4,'chess',0,0,0,0);
INSERT INTO "form1" VALUES('municipality','lesnoy',5,'',NULL,NULL,NULL,0);
INSERT INTO "form1" VALUES('municipality','ozerny',1,'russian',NULL,NULL,NULL,0);
INSERT INTO "form1" VALUES('municipality','ozerny',2,'literature',NULL,NULL,NULL,0);
INSERT INTO "form1" VALUES('municipality','ozerny',3,'mathematics',NULL,NULL,NULL,1);
INSERT INTO "form1" VALUES('municipality','ozerny',4,'chess',0,0,0,0);
INSERT INTO "form1" VALUES('municipality','ozerny',5,'',NULL,NULL,NULL,1);
INSERT INTO "form1" VALUES('municipality','svetly',1,'russian',NULL,NULL,NULL,1);
INSERT INTO "form1" VALUES('municipality','svetly',2,'literature',NULL,NULL,NULL,0);
INSERT INTO "form1" VALUES('municipality','svetly',3,'mathematics',NULL,NULL,NULL,1);
INSERT INTO "form1" VALUES('municipality','svetly',4,'chess',0,0,0,0);
INSERT INTO "form1" VALUES('municipality','svetly',5,'',22,1,1,2);
INSERT INTO "form1" VALUES('region','moscow-oblast',1,'russian',12,1,1,1);
INSERT INTO "form1" VALUES('region','moscow-oblast',2,'literature',10,1,1,0);
INSERT INTO "form1" VALUES('region','moscow-oblast',3,'mathematics',10,1,1,2);
INSERT INTO "form1" VALUES('region','moscow-oblast',4,'chess',0,0,0,0);
INSERT INTO "form1" VALUES('region','moscow-oblast',5,'',32,1,1,3);
CREATE TABLE indicator_values (
  indicator TEXT NOT NULL, scope TEXT NOT NULL, code TEXT NOT NULL, name TEXT NOT NULL,
  school_year TEXT NOT NULL, numerator REAL, denominator REAL, value TEXT, unit TEXT NOT NULL,
  target REAL, status TEXT NOT NULL,
  PRIMARY KEY (indicator, school_year, scope, code)
) STRICT, WITHOUT ROWID;
INSERT INTO "indicator_values" VALUES('analytical-report','municipality','lesnoy','Лесной','2023/2024',0.0,1.0,'0.00','presence',1.0,'not_met');
INSERT INTO "indicator_values" VALUES('analytical-report','municipality','ozerny','Озёрный','2023/2024',0.0,1.0,'0.00','presence',1.0,'not_met');
INSERT INTO "indicator_values" VALUES('analytical-report','municipality','svetly','Светлый','2023/2024',0.0,1.0,'0.00','presence',1.0,'not_met');
INSERT INTO "indicator_values" VALUES('analytical-report','region','moscow-oblast','Московская область','2023/2024',0.0,3.0,'0.00','percent',100.0,'not_met');
INSERT INTO "indicator_values" VALUES('analytical-report','territory','north','Северный куст','2023/2024',0.0,2.0,'0.00','percent',100.0,'not_met');
INSERT INTO "indicator_values" VALUES('analytical-report','municipality','lesnoy','Лесной','2024/2025',0.0,1.0,'0.00','presence',1.0,'not_met');
INSERT INTO "indicator_values" VALUES('analytical-report','municipality','ozerny','Озёрный','2024/2025',0.0,1.0,'0.00','presence',1.0,'not_met');
INSERT INTO "indicator_values" VALUES('analytical-report','municipality','svetly','Светлый','2024/2025',0.0,1.0,'0.00','presence',1.0,'not_met');
INSERT INTO "indicator_values" VALUES('analytical-report','region','moscow-oblast','Московская область','2024/2025',0.0,3.0,'0.00','percent',100.0,'not_met');
INSERT INTO "indicator_values" VALUES('analytical-report','territory','north','Северный куст','2024/2025',0.0,2.0,'0.00','percent',100.0,'not_met');
INSERT INTO "indicator_values" VALUES('analytical-report','municipality','lesnoy','Лесной','2025/2026',0.0,1.0,'0.00','presence',1.0,'not_met');
INSERT INTO "indicator_values" VALUES('analytical-report','municipality','ozerny','Озёрный','2025/2026',0.0,1.0,'0.00','presence',1.0,'not_met');
INSERT INTO "indicator_values" VALUES('analytical-report','municipality','svetly','Светлый','2025/2026',0.0,1.0,'0.00','presence',1.0,'not_met');
INSERT INTO "indicator_values" VALUES('analytical-report','region','moscow-oblast','Московская область','2025/2026',0.0,3.0,'0.00','percent',100.0,'not_met');
INSERT INTO "indicator_values" VALUES('analytical-report','territory','north','Северный куст','2025/2026',0.0,2.0,'0.00','percent',100.0,'not_met');
INSERT INTO "indicator_values" VALUES('assignment-act','municipality','lesnoy','Лесной','2023/2024',0.0,1.0,'0.00','presence',1.0,'not_met');
INSERT INTO "indicator_values" VALUES('assignment-act','municipality','ozerny','Озёрный','2023/2024',0.0,1.0,'0.00','presence',1.0,'not_met');
INSERT INTO "indicator_values" VALUES('assignment-act','municipality','svetly','Светлый','2023/2024',0.0,1.0,'0.00','presence',1.0,'not_met');
INSERT INTO "indicator_values" VALUES('assignment-act','region','moscow-oblast','Московская область','2023/2024',0.0,3.0,'0.00','percent',100.0,'not_met');
INSERT INTO "indicator_values" VALUES('assignment-act','territory','north','Северный куст','2023/2024',0.0,2.0,'0.00','percent',100.0,'not_met');
INSERT INTO "indicator_values" VALUES('assignment-act','municipality','lesnoy','Лесной','2024/2025',0.0,1.0,'0.00','presence',1.0,'not_met');
INSERT INTO "indicator_values" VALUES('assignment-act','municipality','ozerny','Озёрный','2024/2025',0.0,1.0,'0.00','presence',1.0,'not_met');
INSERT INTO "indicator_values" VALUES('assignment-act','municipality','svetly','Светлый','2024/2025',0.0,1.0,'0.00','presence',1.0,'not_met');
INSERT INTO "indicator_values" VALUES('assignment-act','region','moscow-oblast','Московская область','2024/2025',0.0,3.0,'0.00','percent',100.0,'not_met');
INSERT INTO "indicator_values" VALUES('assignment-act','territory','north','Северный куст','2024/2025',0.0,2.0,'0.00','percent',100.0,'not_met');
INSERT INTO "indicator_values" VALUES('assignment-act','municipality','lesnoy','Лесной','2025/2026',0.0,1.0,'0.00','presence',1.0,'not_met');
INSERT INTO "indicator_values" VALUES('assignment-act','municipality','ozerny','Озёрный','2025/2026',0.0,1.0,'0.00','presence',1.0,'not_met');
INSERT INTO "indicator_values" VALUES('assignment-act','municipality','svetly','Светлый','2025/2026',0.0,1.0,'0.00','presence',1.0,'not_met');
INSERT INTO "indicator_values" VALUES('assignment-act','region','moscow-oblast','Московская область','2025/2026',0.0,3.0,'0.00','percent',100.0,'not_met');
INSERT INTO "indicator_values" VALUES('assignment-act','territory','north','Северный куст','2025/2026',0.0,2.0,'0.00','percent',100.0,'not_met');
INSERT INTO "indicator_values" VALUES('audit-score','municipality','lesnoy','Лесной','2023/2024',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('audit-score','municipality','ozerny','Озёрный','2023/2024',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('audit-score','municipality','svetly','Светлый','2023/2024',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('audit-score','region','moscow-oblast','Московская область','2023/2024',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('audit-score','territory','north','Северный куст','2023/2024',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('audit-score','municipality','lesnoy','Лесной','2024/2025',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('audit-score','municipality','ozerny','Озёрный','2024/2025',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('audit-score','municipality','svetly','Светлый','2024/2025',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('audit-score','region','moscow-oblast','Московская область','2024/2025',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('audit-score','territory','north','Северный куст','2024/2025',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('audit-score','municipality','lesnoy','Лесной','2025/2026',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('audit-score','municipality','ozerny','Озёрный','2025/2026',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('audit-score','municipality','svetly','Светлый','2025/2026',12.5,15.0,'83.33','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('audit-score','region','moscow-oblast','Московская область','2025/2026',12.5,15.0,'83.33','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('audit-score','territory','north','Северный куст','2025/2026',12.5,15.0,'83.33','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('by-order','municipality','lesnoy','Лесной','2023/2024',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('by-order','municipality','ozerny','Озёрный','2023/2024',1.0,1.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('by-order','municipality','svetly','Светлый','2023/2024',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('by-order','region','moscow-oblast','Московская область','2023/2024',1.0,1.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('by-order','territory','north','Северный куст','2023/2024',1.0,1.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('by-order','municipality','lesnoy','Лесной','2024/2025',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('by-order','municipality','ozerny','Озёрный','2024/2025',1.0,1.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('by-order','municipality','svetly','Светлый','2024/2025',1.0,1.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('by-order','region','moscow-oblast','Московская область','2024/2025',2.0,2.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('by-order','territory','north','Северный куст','2024/2025',2.0,2.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('by-order','municipality','lesnoy','Лесной','2025/2026',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('by-order','municipality','ozerny','Озёрный','2025/2026',1.0,1.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('by-order','municipality','svetly','Светлый','2025/2026',1.0,2.0,'50.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('by-order','region','moscow-oblast','Московская область','2025/2026',2.0,3.0,'66.67','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('by-order','territory','north','Северный куст','2025/2026',2.0,3.0,'66.67','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('communities','municipality','lesnoy','Лесной','2023/2024',0.0,NULL,'0.00','count',NULL,'info');
INSERT INTO "indicator_values" VALUES('communities','municipality','ozerny','Озёрный','2023/2024',1.0,NULL,'1.00','count',NULL,'info');
INSERT INTO "indicator_values" VALUES('communities','municipality','svetly','Светлый','2023/2024',1.0,NULL,'1.00','count',NULL,'info');
INSERT INTO "indicator_values" VALUES('communities','region','moscow-oblast','Московская область','2023/2024',2.0,NULL,'2.00','count',NULL,'info');
INSERT INTO "indicator_values" VALUES('communities','territory','north','Северный куст','2023/2024',2.0,NULL,'2.00','count',NULL,'info');
INSERT INTO "indicator_values" VALUES('communities','municipality','lesnoy','Лесной','2024/2025',0.0,NULL,'0.00','count',NULL,'info');
INSERT INTO "indicator_values" VALUES('communities','municipality','ozerny','Озёрный','2024/2025',1.0,NULL,'1.00','count',NULL,'info');
INSERT INTO "indicator_values" VALUES('communities','municipality','svetly','Светлый','2024/2025',1.0,NULL,'1.00','count',NULL,'info');
INSERT INTO "indicator_values" VALUES('communities','region','moscow-oblast','Московская область','2024/2025',2.0,NULL,'2.00','count',NULL,'info');
INSERT INTO "indicator_values" VALUES('communities','territory','north','Северный куст','2024/2025',2.0,NULL,'2.00','count',NULL,'info');
INSERT INTO "indicator_values" VALUES('communities','municipality','lesnoy','Лесной','2025/2026',0.0,NULL,'0.00','count',NULL,'info');
INSERT INTO "indicator_values" VALUES('communities','municipality','ozerny','Озёрный','2025/2026',1.0,NULL,'1.00','count',NULL,'info');
INSERT INTO "indicator_values" VALUES('communities','municipality','svetly','Светлый','2025/2026',1.0,NULL,'1.00','count',NULL,'info');
INSERT INTO "indicator_values" VALUES('communities','region','moscow-oblast','Московская область','2025/2026',2.0,NULL,'2.00','count',NULL,'info');
INSERT INTO "indicator_values" VALUES('communities','territory','north','Северный куст','2025/2026',2.0,NULL,'2.00','count',NULL,'info');
INSERT INTO "indicator_values" VALUES('contest-winners','municipality','lesnoy','Лесной','2023/2024',0.0,NULL,'0.00','count',NULL,'info');
INSERT INTO "indicator_values" VALUES('contest-winners','municipality','ozerny','Озёрный','2023/2024',0.0,NULL,'0.00','count',NULL,'info');
INSERT INTO "indicator_values" VALUES('contest-winners','municipality','svetly','Светлый','2023/2024',0.0,NULL,'0.00','count',NULL,'info');
INSERT INTO "indicator_values" VALUES('contest-winners','region','moscow-oblast','Московская область','2023/2024',0.0,NULL,'0.00','count',NULL,'info');
INSERT INTO "indicator_values" VALUES('contest-winners','territory','north','Северный куст','2023/2024',0.0,NULL,'0.00','count',NULL,'info');
INSERT INTO "indicator_values" VALUES('contest-winners','municipality','lesnoy','Лесной','2024/2025',0.0,NULL,'0.00','count',NULL,'info');
INSERT INTO "indicator_values" VALUES('contest-winners','municipality','ozerny','Озёрный','2024/2025',0.0,NULL,'0.00','count',NULL,'info');
INSERT INTO "indicator_values" VALUES('contest-winners','municipality','svetly','Светлый','2024/2025',NULL,NULL,NULL,'count',NULL,'suppressed');
INSERT INTO "indicator_values" VALUES('contest-winners','region','moscow-oblast','Московская область','2024/2025',NULL,NULL,NULL,'count',NULL,'suppressed');
INSERT INTO "indicator_values" VALUES('contest-winners','territory','north','Северный куст','2024/2025',NULL,NULL,NULL,'count',NULL,'suppressed');
INSERT INTO "indicator_values" VALUES('contest-winners','municipality','lesnoy','Лесной','2025/2026',0.0,NULL,'0.00','count',NULL,'info');
INSERT INTO "indicator_values" VALUES('contest-winners','municipality','ozerny','Озёрный','2025/2026',0.0,NULL,'0.00','count',NULL,'info');
INSERT INTO "indicator_values" VALUES('contest-winners','municipality','svetly','Светлый','2025/2026',0.0,NULL,'0.00','count',NULL,'info');
INSERT INTO "indicator_values" VALUES('contest-winners','region','moscow-oblast','Московская область','2025/2026',0.0,NULL,'0.00','count',NULL,'info');
INSERT INTO "indicator_values" VALUES('contest-winners','territory','north','Северный куст','2025/2026',0.0,NULL,'0.00','count',NULL,'info');
INSERT INTO "indicator_values" VALUES('coverage','municipality','lesnoy','Лесной','2023/2024',0.0,1.0,'0.00','presence',1.0,'not_met');
INSERT INTO "indicator_values" VALUES('coverage','municipality','ozerny','Озёрный','2023/2024',1.0,1.0,'1.00','presence',1.0,'met');
INSERT INTO "indicator_values" VALUES('coverage','municipality','svetly','Светлый','2023/2024',0.0,1.0,'0.00','presence',1.0,'not_met');
INSERT INTO "indicator_values" VALUES('coverage','region','moscow-oblast','Московская область','2023/2024',1.0,3.0,'33.33','percent',100.0,'not_met');
INSERT INTO "indicator_values" VALUES('coverage','territory','north','Северный куст','2023/2024',1.0,2.0,'50.00','percent',100.0,'not_met');
INSERT INTO "indicator_values" VALUES('coverage','municipality','lesnoy','Лесной','2024/2025',0.0,1.0,'0.00','presence',1.0,'not_met');
INSERT INTO "indicator_values" VALUES('coverage','municipality','ozerny','Озёрный','2024/2025',1.0,1.0,'1.00','presence',1.0,'met');
INSERT INTO "indicator_values" VALUES('coverage','municipality','svetly','Светлый','2024/2025',1.0,1.0,'1.00','presence',1.0,'met');
INSERT INTO "indicator_values" VALUES('coverage','region','moscow-oblast','Московская область','2024/2025',2.0,3.0,'66.67','percent',100.0,'not_met');
INSERT INTO "indicator_values" VALUES('coverage','territory','north','Северный куст','2024/2025',2.0,2.0,'100.00','percent',100.0,'met');
INSERT INTO "indicator_values" VALUES('coverage','municipality','lesnoy','Лесной','2025/2026',0.0,1.0,'0.00','presence',1.0,'not_met');
INSERT INTO "indicator_values" VALUES('coverage','municipality','ozerny','Озёрный','2025/2026',1.0,1.0,'1.00','presence',1.0,'met');
INSERT INTO "indicator_values" VALUES('coverage','municipality','svetly','Светлый','2025/2026',1.0,1.0,'1.00','presence',1.0,'met');
INSERT INTO "indicator_values" VALUES('coverage','region','moscow-oblast','Московская область','2025/2026',2.0,3.0,'66.67','percent',100.0,'not_met');
INSERT INTO "indicator_values" VALUES('coverage','territory','north','Северный куст','2025/2026',2.0,2.0,'100.00','percent',100.0,'met');
INSERT INTO "indicator_values" VALUES('criterion-all','municipality','lesnoy','Лесной','2023/2024',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('criterion-all','municipality','ozerny','Озёрный','2023/2024',1.0,1.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-all','municipality','svetly','Светлый','2023/2024',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('criterion-all','region','moscow-oblast','Московская область','2023/2024',1.0,1.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-all','territory','north','Северный куст','2023/2024',1.0,1.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-all','municipality','lesnoy','Лесной','2024/2025',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('criterion-all','municipality','ozerny','Озёрный','2024/2025',1.0,1.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-all','municipality','svetly','Светлый','2024/2025',1.0,1.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-all','region','moscow-oblast','Московская область','2024/2025',2.0,2.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-all','territory','north','Северный куст','2024/2025',2.0,2.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-all','municipality','lesnoy','Лесной','2025/2026',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('criterion-all','municipality','ozerny','Озёрный','2025/2026',1.0,1.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-all','municipality','svetly','Светлый','2025/2026',1.0,2.0,'50.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-all','region','moscow-oblast','Московская область','2025/2026',2.0,3.0,'66.67','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-all','territory','north','Северный куст','2025/2026',2.0,3.0,'66.67','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-assessment','municipality','lesnoy','Лесной','2023/2024',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('criterion-assessment','municipality','ozerny','Озёрный','2023/2024',1.0,1.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-assessment','municipality','svetly','Светлый','2023/2024',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('criterion-assessment','region','moscow-oblast','Московская область','2023/2024',1.0,1.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-assessment','territory','north','Северный куст','2023/2024',1.0,1.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-assessment','municipality','lesnoy','Лесной','2024/2025',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('criterion-assessment','municipality','ozerny','Озёрный','2024/2025',1.0,1.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-assessment','municipality','svetly','Светлый','2024/2025',1.0,1.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-assessment','region','moscow-oblast','Московская область','2024/2025',2.0,2.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-assessment','territory','north','Северный куст','2024/2025',2.0,2.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-assessment','municipality','lesnoy','Лесной','2025/2026',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('criterion-assessment','municipality','ozerny','Озёрный','2025/2026',1.0,1.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-assessment','municipality','svetly','Светлый','2025/2026',1.0,2.0,'50.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-assessment','region','moscow-oblast','Московская область','2025/2026',2.0,3.0,'66.67','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-assessment','territory','north','Северный куст','2025/2026',2.0,3.0,'66.67','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-category','municipality','lesnoy','Лесной','2023/2024',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('criterion-category','municipality','ozerny','Озёрный','2023/2024',1.0,1.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-category','municipality','svetly','Светлый','2023/2024',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('criterion-category','region','moscow-oblast','Московская область','2023/2024',1.0,1.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-category','territory','north','Северный куст','2023/2024',1.0,1.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-category','municipality','lesnoy','Лесной','2024/2025',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('criterion-category','municipality','ozerny','Озёрный','2024/2025',1.0,1.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-category','municipality','svetly','Светлый','2024/2025',1.0,1.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-category','region','moscow-oblast','Московская область','2024/2025',2.0,2.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-category','territory','north','Северный куст','2024/2025',2.0,2.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-category','municipality','lesnoy','Лесной','2025/2026',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('criterion-category','municipality','ozerny','Озёрный','2025/2026',1.0,1.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-category','municipality','svetly','Светлый','2025/2026',1.0,2.0,'50.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-category','region','moscow-oblast','Московская область','2025/2026',2.0,3.0,'66.67','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-category','territory','north','Северный куст','2025/2026',2.0,3.0,'66.67','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-education','municipality','lesnoy','Лесной','2023/2024',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('criterion-education','municipality','ozerny','Озёрный','2023/2024',1.0,1.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-education','municipality','svetly','Светлый','2023/2024',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('criterion-education','region','moscow-oblast','Московская область','2023/2024',1.0,1.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-education','territory','north','Северный куст','2023/2024',1.0,1.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-education','municipality','lesnoy','Лесной','2024/2025',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('criterion-education','municipality','ozerny','Озёрный','2024/2025',1.0,1.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-education','municipality','svetly','Светлый','2024/2025',1.0,1.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-education','region','moscow-oblast','Московская область','2024/2025',2.0,2.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-education','territory','north','Северный куст','2024/2025',2.0,2.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-education','municipality','lesnoy','Лесной','2025/2026',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('criterion-education','municipality','ozerny','Озёрный','2025/2026',1.0,1.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-education','municipality','svetly','Светлый','2025/2026',1.0,2.0,'50.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-education','region','moscow-oblast','Московская область','2025/2026',2.0,3.0,'66.67','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-education','territory','north','Северный куст','2025/2026',2.0,3.0,'66.67','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-experience','municipality','lesnoy','Лесной','2023/2024',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('criterion-experience','municipality','ozerny','Озёрный','2023/2024',1.0,1.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-experience','municipality','svetly','Светлый','2023/2024',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('criterion-experience','region','moscow-oblast','Московская область','2023/2024',1.0,1.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-experience','territory','north','Северный куст','2023/2024',1.0,1.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-experience','municipality','lesnoy','Лесной','2024/2025',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('criterion-experience','municipality','ozerny','Озёрный','2024/2025',1.0,1.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-experience','municipality','svetly','Светлый','2024/2025',1.0,1.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-experience','region','moscow-oblast','Московская область','2024/2025',2.0,2.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-experience','territory','north','Северный куст','2024/2025',2.0,2.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-experience','municipality','lesnoy','Лесной','2025/2026',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('criterion-experience','municipality','ozerny','Озёрный','2025/2026',1.0,1.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-experience','municipality','svetly','Светлый','2025/2026',1.0,2.0,'50.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-experience','region','moscow-oblast','Московская область','2025/2026',2.0,3.0,'66.67','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-experience','territory','north','Северный куст','2025/2026',2.0,3.0,'66.67','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-organization','municipality','lesnoy','Лесной','2023/2024',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('criterion-organization','municipality','ozerny','Озёрный','2023/2024',1.0,1.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-organization','municipality','svetly','Светлый','2023/2024',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('criterion-organization','region','moscow-oblast','Московская область','2023/2024',1.0,1.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-organization','territory','north','Северный куст','2023/2024',1.0,1.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-organization','municipality','lesnoy','Лесной','2024/2025',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('criterion-organization','municipality','ozerny','Озёрный','2024/2025',1.0,1.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-organization','municipality','svetly','Светлый','2024/2025',1.0,1.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-organization','region','moscow-oblast','Московская область','2024/2025',2.0,2.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-organization','territory','north','Северный куст','2024/2025',2.0,2.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-organization','municipality','lesnoy','Лесной','2025/2026',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('criterion-organization','municipality','ozerny','Озёрный','2025/2026',1.0,1.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-organization','municipality','svetly','Светлый','2025/2026',2.0,2.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-organization','region','moscow-oblast','Московская область','2025/2026',3.0,3.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-organization','territory','north','Северный куст','2025/2026',3.0,3.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-training','municipality','lesnoy','Лесной','2023/2024',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('criterion-training','municipality','ozerny','Озёрный','2023/2024',1.0,1.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-training','municipality','svetly','Светлый','2023/2024',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('criterion-training','region','moscow-oblast','Московская область','2023/2024',1.0,1.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-training','territory','north','Северный куст','2023/2024',1.0,1.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-training','municipality','lesnoy','Лесной','2024/2025',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('criterion-training','municipality','ozerny','Озёрный','2024/2025',1.0,1.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-training','municipality','svetly','Светлый','2024/2025',1.0,1.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-training','region','moscow-oblast','Московская область','2024/2025',2.0,2.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-training','territory','north','Северный куст','2024/2025',2.0,2.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-training','municipality','lesnoy','Лесной','2025/2026',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('criterion-training','municipality','ozerny','Озёрный','2025/2026',1.0,1.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-training','municipality','svetly','Светлый','2025/2026',1.0,2.0,'50.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-training','region','moscow-oblast','Московская область','2025/2026',2.0,3.0,'66.67','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('criterion-training','territory','north','Северный куст','2025/2026',2.0,3.0,'66.67','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('digital-cabinet','municipality','lesnoy','Лесной','2023/2024',0.0,0.0,NULL,'percent',30.0,'no_data');
INSERT INTO "indicator_values" VALUES('digital-cabinet','municipality','ozerny','Озёрный','2023/2024',1.0,1.0,'100.00','percent',30.0,'met');
INSERT INTO "indicator_values" VALUES('digital-cabinet','municipality','svetly','Светлый','2023/2024',0.0,0.0,NULL,'percent',30.0,'no_data');
INSERT INTO "indicator_values" VALUES('digital-cabinet','region','moscow-oblast','Московская область','2023/2024',1.0,1.0,'100.00','percent',30.0,'met');
INSERT INTO "indicator_values" VALUES('digital-cabinet','territory','north','Северный куст','2023/2024',1.0,1.0,'100.00','percent',30.0,'met');
INSERT INTO "indicator_values" VALUES('digital-cabinet','municipality','lesnoy','Лесной','2024/2025',0.0,0.0,NULL,'percent',30.0,'no_data');
INSERT INTO "indicator_values" VALUES('digital-cabinet','municipality','ozerny','Озёрный','2024/2025',1.0,1.0,'100.00','percent',30.0,'met');
INSERT INTO "indicator_values" VALUES('digital-cabinet','municipality','svetly','Светлый','2024/2025',1.0,1.0,'100.00','percent',30.0,'met');
INSERT INTO "indicator_values" VALUES('digital-cabinet','region','moscow-oblast','Московская область','2024/2025',2.0,2.0,'100.00','percent',30.0,'met');
INSERT INTO "indicator_values" VALUES('digital-cabinet','territory','north','Северный куст','2024/2025',2.0,2.0,'100.00','percent',30.0,'met');
INSERT INTO "indicator_values" VALUES('digital-cabinet','municipality','lesnoy','Лесной','2025/2026',0.0,0.0,NULL,'percent',30.0,'no_data');
INSERT INTO "indicator_values" VALUES('digital-cabinet','municipality','ozerny','Озёрный','2025/2026',1.0,1.0,'100.00','percent',30.0,'met');
INSERT INTO "indicator_values" VALUES('digital-cabinet','municipality','svetly','Светлый','2025/2026',1.0,2.0,'50.00','percent',30.0,'met');
INSERT INTO "indicator_values" VALUES('digital-cabinet','region','moscow-oblast','Московская область','2025/2026',2.0,3.0,'66.67','percent',30.0,'met');
INSERT INTO "indicator_values" VALUES('digital-cabinet','territory','north','Северный куст','2025/2026',2.0,3.0,'66.67','percent',30.0,'met');
INSERT INTO "indicator_values" VALUES('document-package','municipality','lesnoy','Лесной','2023/2024',0.0,6.0,'0.00','percent',100.0,'not_met');
INSERT INTO "indicator_values" VALUES('document-package','municipality','ozerny','Озёрный','2023/2024',0.0,6.0,'0.00','percent',100.0,'not_met');
INSERT INTO "indicator_values" VALUES('document-package','municipality','svetly','Светлый','2023/2024',1.0,6.0,'16.67','percent',100.0,'not_met');
INSERT INTO "indicator_values" VALUES('document-package','region','moscow-oblast','Московская область','2023/2024',1.0,18.0,'5.56','percent',100.0,'not_met');
INSERT INTO "indicator_values" VALUES('document-package','territory','north','Северный куст','2023/2024',1.0,12.0,'8.33','percent',100.0,'not_met');
INSERT INTO "indicator_values" VALUES('document-package','municipality','lesnoy','Лесной','2024/2025',0.0,6.0,'0.00','percent',100.0,'not_met');
INSERT INTO "indicator_values" VALUES('document-package','municipality','ozerny','Озёрный','2024/2025',0.0,6.0,'0.00','percent',100.0,'not_met');
INSERT INTO "indicator_values" VALUES('document-package','municipality','svetly','Светлый','2024/2025',1.0,6.0,'16.67','percent',100.0,'not_met');
INSERT INTO "indicator_values" VALUES('document-package','region','moscow-oblast','Московская область','2024/2025',1.0,18.0,'5.56','percent',100.0,'not_met');
INSERT INTO "indicator_values" VALUES('document-package','territory','north','Северный куст','2024/2025',1.0,12.0,'8.33','percent',100.0,'not_met');
INSERT INTO "indicator_values" VALUES('document-package','municipality','lesnoy','Лесной','2025/2026',0.0,6.0,'0.00','percent',100.0,'not_met');
INSERT INTO "indicator_values" VALUES('document-package','municipality','ozerny','Озёрный','2025/2026',0.0,6.0,'0.00','percent',100.0,'not_met');
INSERT INTO "indicator_values" VALUES('document-package','municipality','svetly','Светлый','2025/2026',2.0,6.0,'33.33','percent',100.0,'not_met');
INSERT INTO "indicator_values" VALUES('document-package','region','moscow-oblast','Московская область','2025/2026',2.0,18.0,'11.11','percent',100.0,'not_met');
INSERT INTO "indicator_values" VALUES('document-package','territory','north','Северный куст','2025/2026',2.0,12.0,'16.67','percent',100.0,'not_met');
INSERT INTO "indicator_values" VALUES('innovation-participation','municipality','lesnoy','Лесной','2023/2024',0.0,1.0,'0.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('innovation-participation','municipality','ozerny','Озёрный','2023/2024',0.0,1.0,'0.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('innovation-participation','municipality','svetly','Светлый','2023/2024',0.0,2.0,'0.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('innovation-participation','region','moscow-oblast','Московская область','2023/2024',0.0,4.0,'0.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('innovation-participation','territory','north','Северный куст','2023/2024',0.0,3.0,'0.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('innovation-participation','municipality','lesnoy','Лесной','2024/2025',0.0,1.0,'0.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('innovation-participation','municipality','ozerny','Озёрный','2024/2025',0.0,1.0,'0.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('innovation-participation','municipality','svetly','Светлый','2024/2025',1.0,2.0,'50.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('innovation-participation','region','moscow-oblast','Московская область','2024/2025',1.0,4.0,'25.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('innovation-participation','territory','north','Северный куст','2024/2025',1.0,3.0,'33.33','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('innovation-participation','municipality','lesnoy','Лесной','2025/2026',0.0,1.0,'0.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('innovation-participation','municipality','ozerny','Озёрный','2025/2026',0.0,1.0,'0.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('innovation-participation','municipality','svetly','Светлый','2025/2026',1.0,2.0,'50.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('innovation-participation','region','moscow-oblast','Московская область','2025/2026',1.0,4.0,'25.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('innovation-participation','territory','north','Северный куст','2025/2026',1.0,3.0,'33.33','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('innovation-success','municipality','lesnoy','Лесной','2023/2024',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('innovation-success','municipality','ozerny','Озёрный','2023/2024',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('innovation-success','municipality','svetly','Светлый','2023/2024',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('innovation-success','region','moscow-oblast','Московская область','2023/2024',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('innovation-success','territory','north','Северный куст','2023/2024',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('innovation-success','municipality','lesnoy','Лесной','2024/2025',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('innovation-success','municipality','ozerny','Озёрный','2024/2025',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('innovation-success','municipality','svetly','Светлый','2024/2025',1.0,1.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('innovation-success','region','moscow-oblast','Московская область','2024/2025',1.0,1.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('innovation-success','territory','north','Северный куст','2024/2025',1.0,1.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('innovation-success','municipality','lesnoy','Лесной','2025/2026',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('innovation-success','municipality','ozerny','Озёрный','2025/2026',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('innovation-success','municipality','svetly','Светлый','2025/2026',0.0,1.0,'0.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('innovation-success','region','moscow-oblast','Московская область','2025/2026',0.0,1.0,'0.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('innovation-success','territory','north','Северный куст','2025/2026',0.0,1.0,'0.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('iom-completed','municipality','lesnoy','Лесной','2023/2024',0.0,0.0,NULL,'percent',60.0,'no_data');
INSERT INTO "indicator_values" VALUES('iom-completed','municipality','ozerny','Озёрный','2023/2024',0.0,0.0,NULL,'percent',60.0,'no_data');
INSERT INTO "indicator_values" VALUES('iom-completed','municipality','svetly','Светлый','2023/2024',0.0,0.0,NULL,'percent',60.0,'no_data');
INSERT INTO "indicator_values" VALUES('iom-completed','region','moscow-oblast','Московская область','2023/2024',0.0,0.0,NULL,'percent',60.0,'no_data');
INSERT INTO "indicator_values" VALUES('iom-completed','territory','north','Северный куст','2023/2024',0.0,0.0,NULL,'percent',60.0,'no_data');
INSERT INTO "indicator_values" VALUES('iom-completed','municipality','lesnoy','Лесной','2024/2025',0.0,0.0,NULL,'percent',60.0,'no_data');
INSERT INTO "indicator_values" VALUES('iom-completed','municipality','ozerny','Озёрный','2024/2025',0.0,0.0,NULL,'percent',60.0,'no_data');
INSERT INTO "indicator_values" VALUES('iom-completed','municipality','svetly','Светлый','2024/2025',NULL,NULL,NULL,'percent',60.0,'suppressed');
INSERT INTO "indicator_values" VALUES('iom-completed','region','moscow-oblast','Московская область','2024/2025',NULL,NULL,NULL,'percent',60.0,'suppressed');
INSERT INTO "indicator_values" VALUES('iom-completed','territory','north','Северный куст','2024/2025',NULL,NULL,NULL,'percent',60.0,'suppressed');
INSERT INTO "indicator_values" VALUES('iom-completed','municipality','lesnoy','Лесной','2025/2026',0.0,0.0,NULL,'percent',60.0,'no_data');
INSERT INTO "indicator_values" VALUES('iom-completed','municipality','ozerny','Озёрный','2025/2026',NULL,NULL,NULL,'percent',60.0,'suppressed');
INSERT INTO "indicator_values" VALUES('iom-completed','municipality','svetly','Светлый','2025/2026',NULL,NULL,NULL,'percent',60.0,'suppressed');
INSERT INTO "indicator_values" VALUES('iom-completed','region','moscow-oblast','Московская область','2025/2026',NULL,NULL,NULL,'percent',60.0,'suppressed');
INSERT INTO "indicator_values" VALUES('iom-completed','territory','north','Северный куст','2025/2026',NULL,NULL,NULL,'percent',60.0,'suppressed');
INSERT INTO "indicator_values" VALUES('iom-developed','municipality','lesnoy','Лесной','2023/2024',0.0,0.0,NULL,'percent',80.0,'no_data');
INSERT INTO "indicator_values" VALUES('iom-developed','municipality','ozerny','Озёрный','2023/2024',0.0,0.0,NULL,'percent',80.0,'no_data');
INSERT INTO "indicator_values" VALUES('iom-developed','municipality','svetly','Светлый','2023/2024',0.0,0.0,NULL,'percent',80.0,'no_data');
INSERT INTO "indicator_values" VALUES('iom-developed','region','moscow-oblast','Московская область','2023/2024',0.0,0.0,NULL,'percent',80.0,'no_data');
INSERT INTO "indicator_values" VALUES('iom-developed','territory','north','Северный куст','2023/2024',0.0,0.0,NULL,'percent',80.0,'no_data');
INSERT INTO "indicator_values" VALUES('iom-developed','municipality','lesnoy','Лесной','2024/2025',NULL,NULL,NULL,'percent',80.0,'suppressed');
INSERT INTO "indicator_values" VALUES('iom-developed','municipality','ozerny','Озёрный','2024/2025',NULL,NULL,NULL,'percent',80.0,'suppressed');
INSERT INTO "indicator_values" VALUES('iom-developed','municipality','svetly','Светлый','2024/2025',NULL,NULL,NULL,'percent',80.0,'suppressed');
INSERT INTO "indicator_values" VALUES('iom-developed','region','moscow-oblast','Московская область','2024/2025',NULL,NULL,NULL,'percent',80.0,'suppressed');
INSERT INTO "indicator_values" VALUES('iom-developed','territory','north','Северный куст','2024/2025',NULL,NULL,NULL,'percent',80.0,'suppressed');
INSERT INTO "indicator_values" VALUES('iom-developed','municipality','lesnoy','Лесной','2025/2026',0.0,0.0,NULL,'percent',80.0,'no_data');
INSERT INTO "indicator_values" VALUES('iom-developed','municipality','ozerny','Озёрный','2025/2026',NULL,NULL,NULL,'percent',80.0,'suppressed');
INSERT INTO "indicator_values" VALUES('iom-developed','municipality','svetly','Светлый','2025/2026',NULL,NULL,NULL,'percent',80.0,'suppressed');
INSERT INTO "indicator_values" VALUES('iom-developed','region','moscow-oblast','Московская область','2025/2026',NULL,NULL,NULL,'percent',80.0,'suppressed');
INSERT INTO "indicator_values" VALUES('iom-developed','territory','north','Северный куст','2025/2026',NULL,NULL,NULL,'percent',80.0,'suppressed');
INSERT INTO "indicator_values" VALUES('iom-inadmissible','municipality','lesnoy','Лесной','2023/2024',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('iom-inadmissible','municipality','ozerny','Озёрный','2023/2024',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('iom-inadmissible','municipality','svetly','Светлый','2023/2024',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('iom-inadmissible','region','moscow-oblast','Московская область','2023/2024',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('iom-inadmissible','territory','north','Северный куст','2023/2024',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('iom-inadmissible','municipality','lesnoy','Лесной','2024/2025',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('iom-inadmissible','municipality','ozerny','Озёрный','2024/2025',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('iom-inadmissible','municipality','svetly','Светлый','2024/2025',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('iom-inadmissible','region','moscow-oblast','Московская область','2024/2025',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('iom-inadmissible','territory','north','Северный куст','2024/2025',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('iom-inadmissible','municipality','lesnoy','Лесной','2025/2026',NULL,NULL,NULL,'percent',NULL,'suppressed');
INSERT INTO "indicator_values" VALUES('iom-inadmissible','municipality','ozerny','Озёрный','2025/2026',NULL,NULL,NULL,'percent',NULL,'suppressed');
INSERT INTO "indicator_values" VALUES('iom-inadmissible','municipality','svetly','Светлый','2025/2026',NULL,NULL,NULL,'percent',NULL,'suppressed');
INSERT INTO "indicator_values" VALUES('iom-inadmissible','region','moscow-oblast','Московская область','2025/2026',NULL,NULL,NULL,'percent',NULL,'suppressed');
INSERT INTO "indicator_values" VALUES('iom-inadmissible','territory','north','Северный куст','2025/2026',NULL,NULL,NULL,'percent',NULL,'suppressed');
INSERT INTO "indicator_values" VALUES('lesson-visits','municipality','lesnoy','Лесной','2023/2024',0.0,9.0,'0.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('lesson-visits','municipality','ozerny','Озёрный','2023/2024',0.0,9.0,'0.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('lesson-visits','municipality','svetly','Светлый','2023/2024',0.0,9.0,'0.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('lesson-visits','region','moscow-oblast','Московская область','2023/2024',0.0,27.0,'0.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('lesson-visits','territory','north','Северный куст','2023/2024',0.0,18.0,'0.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('lesson-visits','municipality','lesnoy','Лесной','2024/2025',0.0,9.0,'0.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('lesson-visits','municipality','ozerny','Озёрный','2024/2025',0.0,9.0,'0.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('lesson-visits','municipality','svetly','Светлый','2024/2025',0.0,9.0,'0.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('lesson-visits','region','moscow-oblast','Московская область','2024/2025',0.0,27.0,'0.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('lesson-visits','territory','north','Северный куст','2024/2025',0.0,18.0,'0.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('lesson-visits','municipality','lesnoy','Лесной','2025/2026',0.0,2.0,'0.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('lesson-visits','municipality','ozerny','Озёрный','2025/2026',0.0,2.0,'0.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('lesson-visits','municipality','svetly','Светлый','2025/2026',2.0,2.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('lesson-visits','region','moscow-oblast','Московская область','2025/2026',2.0,6.0,'33.33','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('lesson-visits','territory','north','Северный куст','2025/2026',2.0,4.0,'50.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('level-growth','municipality','lesnoy','Лесной','2023/2024',0.0,0.0,NULL,'count',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('level-growth','municipality','ozerny','Озёрный','2023/2024',0.0,0.0,NULL,'count',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('level-growth','municipality','svetly','Светлый','2023/2024',0.0,0.0,NULL,'count',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('level-growth','region','moscow-oblast','Московская область','2023/2024',0.0,0.0,NULL,'count',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('level-growth','territory','north','Северный куст','2023/2024',0.0,0.0,NULL,'count',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('level-growth','municipality','lesnoy','Лесной','2024/2025',0.0,0.0,NULL,'count',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('level-growth','municipality','ozerny','Озёрный','2024/2025',0.0,0.0,NULL,'count',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('level-growth','municipality','svetly','Светлый','2024/2025',0.0,0.0,NULL,'count',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('level-growth','region','moscow-oblast','Московская область','2024/2025',0.0,0.0,NULL,'count',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('level-growth','territory','north','Северный куст','2024/2025',0.0,0.0,NULL,'count',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('level-growth','municipality','lesnoy','Лесной','2025/2026',NULL,NULL,NULL,'count',NULL,'suppressed');
INSERT INTO "indicator_values" VALUES('level-growth','municipality','ozerny','Озёрный','2025/2026',NULL,NULL,NULL,'count',NULL,'suppressed');
INSERT INTO "indicator_values" VALUES('level-growth','municipality','svetly','Светлый','2025/2026',NULL,NULL,NULL,'count',NULL,'suppressed');
INSERT INTO "indicator_values" VALUES('level-growth','region','moscow-oblast','Московская область','2025/2026',8.0,16.0,'8.00','count',NULL,'info');
INSERT INTO "indicator_values" VALUES('level-growth','territory','north','Северный куст','2025/2026',NULL,NULL,NULL,'count',NULL,'suppressed');
INSERT INTO "indicator_values" VALUES('load','municipality','lesnoy','Лесной','2023/2024',NULL,NULL,NULL,'ratio',70.0,'suppressed');
INSERT INTO "indicator_values" VALUES('load','municipality','ozerny','Озёрный','2023/2024',NULL,NULL,NULL,'ratio',70.0,'suppressed');
INSERT INTO "indicator_values" VALUES('load','municipality','svetly','Светлый','2023/2024',23.0,0.0,NULL,'ratio',70.0,'no_data');
INSERT INTO "indicator_values" VALUES('load','region','moscow-oblast','Московская область','2023/2024',NULL,NULL,NULL,'ratio',70.0,'suppressed');
INSERT INTO "indicator_values" VALUES('load','territory','north','Северный куст','2023/2024',NULL,NULL,NULL,'ratio',70.0,'suppressed');
INSERT INTO "indicator_values" VALUES('load','municipality','lesnoy','Лесной','2024/2025',NULL,NULL,NULL,'ratio',70.0,'suppressed');
INSERT INTO "indicator_values" VALUES('load','municipality','ozerny','Озёрный','2024/2025',NULL,NULL,NULL,'ratio',70.0,'suppressed');
INSERT INTO "indicator_values" VALUES('load','municipality','svetly','Светлый','2024/2025',NULL,NULL,NULL,'ratio',70.0,'suppressed');
INSERT INTO "indicator_values" VALUES('load','region','moscow-oblast','Московская область','2024/2025',NULL,NULL,NULL,'ratio',70.0,'suppressed');
INSERT INTO "indicator_values" VALUES('load','territory','north','Северный куст','2024/2025',NULL,NULL,NULL,'ratio',70.0,'suppressed');
INSERT INTO "indicator_values" VALUES('load','municipality','lesnoy','Лесной','2025/2026',NULL,NULL,NULL,'ratio',70.0,'suppressed');
INSERT INTO "indicator_values" VALUES('load','municipality','ozerny','Озёрный','2025/2026',NULL,NULL,NULL,'ratio',70.0,'suppressed');
INSERT INTO "indicator_values" VALUES('load','municipality','svetly','Светлый','2025/2026',NULL,NULL,NULL,'ratio',70.0,'suppressed');
INSERT INTO "indicator_values" VALUES('load','region','moscow-oblast','Московская область','2025/2026',NULL,NULL,NULL,'ratio',70.0,'suppressed');
INSERT INTO "indicator_values" VALUES('load','territory','north','Северный куст','2025/2026',NULL,NULL,NULL,'ratio',70.0,'suppressed');
INSERT INTO "indicator_values" VALUES('mentoring-model','municipality','lesnoy','Лесной','2023/2024',0.0,1.0,'0.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('mentoring-model','municipality','ozerny','Озёрный','2023/2024',1.0,1.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('mentoring-model','municipality','svetly','Светлый','2023/2024',1.0,2.0,'50.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('mentoring-model','region','moscow-oblast','Московская область','2023/2024',2.0,4.0,'50.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('mentoring-model','territory','north','Северный куст','2023/2024',2.0,3.0,'66.67','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('mentoring-model','municipality','lesnoy','Лесной','2024/2025',0.0,1.0,'0.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('mentoring-model','municipality','ozerny','Озёрный','2024/2025',1.0,1.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('mentoring-model','municipality','svetly','Светлый','2024/2025',1.0,2.0,'50.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('mentoring-model','region','moscow-oblast','Московская область','2024/2025',2.0,4.0,'50.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('mentoring-model','territory','north','Северный куст','2024/2025',2.0,3.0,'66.67','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('mentoring-model','municipality','lesnoy','Лесной','2025/2026',0.0,1.0,'0.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('mentoring-model','municipality','ozerny','Озёрный','2025/2026',1.0,1.0,'100.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('mentoring-model','municipality','svetly','Светлый','2025/2026',1.0,2.0,'50.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('mentoring-model','region','moscow-oblast','Московская область','2025/2026',2.0,4.0,'50.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('mentoring-model','territory','north','Северный куст','2025/2026',2.0,3.0,'66.67','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('official-site','municipality','lesnoy','Лесной','2023/2024',0.0,1.0,'0.00','presence',1.0,'not_met');
INSERT INTO "indicator_values" VALUES('official-site','municipality','ozerny','Озёрный','2023/2024',0.0,1.0,'0.00','presence',1.0,'not_met');
INSERT INTO "indicator_values" VALUES('official-site','municipality','svetly','Светлый','2023/2024',1.0,1.0,'1.00','presence',1.0,'met');
INSERT INTO "indicator_values" VALUES('official-site','region','moscow-oblast','Московская область','2023/2024',1.0,3.0,'33.33','percent',100.0,'not_met');
INSERT INTO "indicator_values" VALUES('official-site','territory','north','Северный куст','2023/2024',1.0,2.0,'50.00','percent',100.0,'not_met');
INSERT INTO "indicator_values" VALUES('official-site','municipality','lesnoy','Лесной','2024/2025',0.0,1.0,'0.00','presence',1.0,'not_met');
INSERT INTO "indicator_values" VALUES('official-site','municipality','ozerny','Озёрный','2024/2025',0.0,1.0,'0.00','presence',1.0,'not_met');
INSERT INTO "indicator_values" VALUES('official-site','municipality','svetly','Светлый','2024/2025',1.0,1.0,'1.00','presence',1.0,'met');
INSERT INTO "indicator_values" VALUES('official-site','region','moscow-oblast','Московская область','2024/2025',1.0,3.0,'33.33','percent',100.0,'not_met');
INSERT INTO "indicator_values" VALUES('official-site','territory','north','Северный куст','2024/2025',1.0,2.0,'50.00','percent',100.0,'not_met');
INSERT INTO "indicator_values" VALUES('official-site','municipality','lesnoy','Лесной','2025/2026',0.0,1.0,'0.00','presence',1.0,'not_met');
INSERT INTO "indicator_values" VALUES('official-site','municipality','ozerny','Озёрный','2025/2026',0.0,1.0,'0.00','presence',1.0,'not_met');
INSERT INTO "indicator_values" VALUES('official-site','municipality','svetly','Светлый','2025/2026',1.0,1.0,'1.00','presence',1.0,'met');
INSERT INTO "indicator_values" VALUES('official-site','region','moscow-oblast','Московская область','2025/2026',1.0,3.0,'33.33','percent',100.0,'not_met');
INSERT INTO "indicator_values" VALUES('official-site','territory','north','Северный куст','2025/2026',1.0,2.0,'50.00','percent',100.0,'not_met');
INSERT INTO "indicator_values" VALUES('practice-bank','municipality','lesnoy','Лесной','2023/2024',0.0,1.0,'0.00','presence',1.0,'not_met');
INSERT INTO "indicator_values" VALUES('practice-bank','municipality','ozerny','Озёрный','2023/2024',1.0,1.0,'1.00','presence',1.0,'met');
INSERT INTO "indicator_values" VALUES('practice-bank','municipality','svetly','Светлый','2023/2024',1.0,1.0,'1.00','presence',1.0,'met');
INSERT INTO "indicator_values" VALUES('practice-bank','region','moscow-oblast','Московская область','2023/2024',2.0,3.0,'66.67','percent',100.0,'not_met');
INSERT INTO "indicator_values" VALUES('practice-bank','territory','north','Северный куст','2023/2024',2.0,2.0,'100.00','percent',100.0,'met');
INSERT INTO "indicator_values" VALUES('practice-bank','municipality','lesnoy','Лесной','2024/2025',0.0,1.0,'0.00','presence',1.0,'not_met');
INSERT INTO "indicator_values" VALUES('practice-bank','municipality','ozerny','Озёрный','2024/2025',1.0,1.0,'1.00','presence',1.0,'met');
INSERT INTO "indicator_values" VALUES('practice-bank','municipality','svetly','Светлый','2024/2025',1.0,1.0,'1.00','presence',1.0,'met');
INSERT INTO "indicator_values" VALUES('practice-bank','region','moscow-oblast','Московская область','2024/2025',2.0,3.0,'66.67','percent',100.0,'not_met');
INSERT INTO "indicator_values" VALUES('practice-bank','territory','north','Северный куст','2024/2025',2.0,2.0,'100.00','percent',100.0,'met');
INSERT INTO "indicator_values" VALUES('practice-bank','municipality','lesnoy','Лесной','2025/2026',0.0,1.0,'0.00','presence',1.0,'not_met');
INSERT INTO "indicator_values" VALUES('practice-bank','municipality','ozerny','Озёрный','2025/2026',1.0,1.0,'1.00','presence',1.0,'met');
INSERT INTO "indicator_values" VALUES('practice-bank','municipality','svetly','Светлый','2025/2026',1.0,1.0,'1.00','presence',1.0,'met');
INSERT INTO "indicator_values" VALUES('practice-bank','region','moscow-oblast','Московская область','2025/2026',2.0,3.0,'66.67','percent',100.0,'not_met');
INSERT INTO "indicator_values" VALUES('practice-bank','territory','north','Северный куст','2025/2026',2.0,2.0,'100.00','percent',100.0,'met');
INSERT INTO "indicator_values" VALUES('roster-act','municipality','lesnoy','Лесной','2023/2024',0.0,1.0,'0.00','presence',1.0,'not_met');
INSERT INTO "indicator_values" VALUES('roster-act','municipality','ozerny','Озёрный','2023/2024',0.0,1.0,'0.00','presence',1.0,'not_met');
INSERT INTO "indicator_values" VALUES('roster-act','municipality','svetly','Светлый','2023/2024',0.0,1.0,'0.00','presence',1.0,'not_met');
INSERT INTO "indicator_values" VALUES('roster-act','region','moscow-oblast','Московская область','2023/2024',0.0,3.0,'0.00','percent',100.0,'not_met');
INSERT INTO "indicator_values" VALUES('roster-act','territory','north','Северный куст','2023/2024',0.0,2.0,'0.00','percent',100.0,'not_met');
INSERT INTO "indicator_values" VALUES('roster-act','municipality','lesnoy','Лесной','2024/2025',0.0,1.0,'0.00','presence',1.0,'not_met');
INSERT INTO "indicator_values" VALUES('roster-act','municipality','ozerny','Озёрный','2024/2025',0.0,1.0,'0.00','presence',1.0,'not_met');
INSERT INTO "indicator_values" VALUES('roster-act','municipality','svetly','Светлый','2024/2025',0.0,1.0,'0.00','presence',1.0,'not_met');
INSERT INTO "indicator_values" VALUES('roster-act','region','moscow-oblast','Московская область','2024/2025',0.0,3.0,'0.00','percent',100.0,'not_met');
INSERT INTO "indicator_values" VALUES('roster-act','territory','north','Северный куст','2024/2025',0.0,2.0,'0.00','percent',100.0,'not_met');
INSERT INTO "indicator_values" VALUES('roster-act','municipality','lesnoy','Лесной','2025/2026',0.0,1.0,'0.00','presence',1.0,'not_met');
INSERT INTO "indicator_values" VALUES('roster-act','municipality','ozerny','Озёрный','2025/2026',0.0,1.0,'0.00','presence',1.0,'not_met');
INSERT INTO "indicator_values" VALUES('roster-act','municipality','svetly','Светлый','2025/2026',1.0,1.0,'1.00','presence',1.0,'met');
INSERT INTO "indicator_values" VALUES('roster-act','region','moscow-oblast','Московская область','2025/2026',1.0,3.0,'33.33','percent',100.0,'not_met');
INSERT INTO "indicator_values" VALUES('roster-act','territory','north','Северный куст','2025/2026',1.0,2.0,'50.00','percent',100.0,'not_met');
INSERT INTO "indicator_values" VALUES('tasks-on-time','municipality','lesnoy','Лесной','2023/2024',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('tasks-on-time','municipality','ozerny','Озёрный','2023/2024',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('tasks-on-time','municipality','svetly','Светлый','2023/2024',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('tasks-on-time','region','moscow-oblast','Московская область','2023/2024',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('tasks-on-time','territory','north','Северный куст','2023/2024',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('tasks-on-time','municipality','lesnoy','Лесной','2024/2025',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('tasks-on-time','municipality','ozerny','Озёрный','2024/2025',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('tasks-on-time','municipality','svetly','Светлый','2024/2025',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('tasks-on-time','region','moscow-oblast','Московская область','2024/2025',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('tasks-on-time','territory','north','Северный куст','2024/2025',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('tasks-on-time','municipality','lesnoy','Лесной','2025/2026',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('tasks-on-time','municipality','ozerny','Озёрный','2025/2026',0.0,1.0,'0.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('tasks-on-time','municipality','svetly','Светлый','2025/2026',1.0,2.0,'50.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('tasks-on-time','region','moscow-oblast','Московская область','2025/2026',1.0,3.0,'33.33','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('tasks-on-time','territory','north','Северный куст','2025/2026',1.0,3.0,'33.33','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('training-federal','municipality','lesnoy','Лесной','2023/2024',NULL,NULL,NULL,'percent',NULL,'suppressed');
INSERT INTO "indicator_values" VALUES('training-federal','municipality','ozerny','Озёрный','2023/2024',NULL,NULL,NULL,'percent',NULL,'suppressed');
INSERT INTO "indicator_values" VALUES('training-federal','municipality','svetly','Светлый','2023/2024',0.0,23.0,'0.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('training-federal','region','moscow-oblast','Московская область','2023/2024',0.0,33.0,'0.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('training-federal','territory','north','Северный куст','2023/2024',NULL,NULL,NULL,'percent',NULL,'suppressed');
INSERT INTO "indicator_values" VALUES('training-federal','municipality','lesnoy','Лесной','2024/2025',NULL,NULL,NULL,'percent',NULL,'suppressed');
INSERT INTO "indicator_values" VALUES('training-federal','municipality','ozerny','Озёрный','2024/2025',NULL,NULL,NULL,'percent',NULL,'suppressed');
INSERT INTO "indicator_values" VALUES('training-federal','municipality','svetly','Светлый','2024/2025',0.0,23.0,'0.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('training-federal','region','moscow-oblast','Московская область','2024/2025',0.0,33.0,'0.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('training-federal','territory','north','Северный куст','2024/2025',NULL,NULL,NULL,'percent',NULL,'suppressed');
INSERT INTO "indicator_values" VALUES('training-federal','municipality','lesnoy','Лесной','2025/2026',NULL,NULL,NULL,'percent',NULL,'suppressed');
INSERT INTO "indicator_values" VALUES('training-federal','municipality','ozerny','Озёрный','2025/2026',NULL,NULL,NULL,'percent',NULL,'suppressed');
INSERT INTO "indicator_values" VALUES('training-federal','municipality','svetly','Светлый','2025/2026',NULL,NULL,NULL,'percent',NULL,'suppressed');
INSERT INTO "indicator_values" VALUES('training-federal','region','moscow-oblast','Московская область','2025/2026',NULL,NULL,NULL,'percent',NULL,'suppressed');
INSERT INTO "indicator_values" VALUES('training-federal','territory','north','Северный куст','2025/2026',NULL,NULL,NULL,'percent',NULL,'suppressed');
INSERT INTO "indicator_values" VALUES('training-regional','municipality','lesnoy','Лесной','2023/2024',NULL,NULL,NULL,'percent',NULL,'suppressed');
INSERT INTO "indicator_values" VALUES('training-regional','municipality','ozerny','Озёрный','2023/2024',NULL,NULL,NULL,'percent',NULL,'suppressed');
INSERT INTO "indicator_values" VALUES('training-regional','municipality','svetly','Светлый','2023/2024',0.0,23.0,'0.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('training-regional','region','moscow-oblast','Московская область','2023/2024',0.0,33.0,'0.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('training-regional','territory','north','Северный куст','2023/2024',NULL,NULL,NULL,'percent',NULL,'suppressed');
INSERT INTO "indicator_values" VALUES('training-regional','municipality','lesnoy','Лесной','2024/2025',NULL,NULL,NULL,'percent',NULL,'suppressed');
INSERT INTO "indicator_values" VALUES('training-regional','municipality','ozerny','Озёрный','2024/2025',NULL,NULL,NULL,'percent',NULL,'suppressed');
INSERT INTO "indicator_values" VALUES('training-regional','municipality','svetly','Светлый','2024/2025',NULL,NULL,NULL,'percent',NULL,'suppressed');
INSERT INTO "indicator_values" VALUES('training-regional','region','moscow-oblast','Московская область','2024/2025',NULL,NULL,NULL,'percent',NULL,'suppressed');
INSERT INTO "indicator_values" VALUES('training-regional','territory','north','Северный куст','2024/2025',NULL,NULL,NULL,'percent',NULL,'suppressed');
INSERT INTO "indicator_values" VALUES('training-regional','municipality','lesnoy','Лесной','2025/2026',NULL,NULL,NULL,'percent',NULL,'suppressed');
INSERT INTO "indicator_values" VALUES('training-regional','municipality','ozerny','Озёрный','2025/2026',NULL,NULL,NULL,'percent',NULL,'suppressed');
INSERT INTO "indicator_values" VALUES('training-regional','municipality','svetly','Светлый','2025/2026',0.0,22.0,'0.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('training-regional','region','moscow-oblast','Московская область','2025/2026',0.0,32.0,'0.00','percent',NULL,'info');
INSERT INTO "indicator_values" VALUES('training-regional','territory','north','Северный куст','2025/2026',NULL,NULL,NULL,'percent',NULL,'suppressed');
INSERT INTO "indicator_values" VALUES('young-mentored','municipality','lesnoy','Лесной','2023/2024',NULL,NULL,NULL,'percent',NULL,'suppressed');
INSERT INTO "indicator_values" VALUES('young-mentored','municipality','ozerny','Озёрный','2023/2024',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('young-mentored','municipality','svetly','Светлый','2023/2024',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('young-mentored','region','moscow-oblast','Московская область','2023/2024',NULL,NULL,NULL,'percent',NULL,'suppressed');
INSERT INTO "indicator_values" VALUES('young-mentored','territory','north','Северный куст','2023/2024',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('young-mentored','municipality','lesnoy','Лесной','2024/2025',NULL,NULL,NULL,'percent',NULL,'suppressed');
INSERT INTO "indicator_values" VALUES('young-mentored','municipality','ozerny','Озёрный','2024/2025',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('young-mentored','municipality','svetly','Светлый','2024/2025',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('young-mentored','region','moscow-oblast','Московская область','2024/2025',NULL,NULL,NULL,'percent',NULL,'suppressed');
INSERT INTO "indicator_values" VALUES('young-mentored','territory','north','Северный куст','2024/2025',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('young-mentored','municipality','lesnoy','Лесной','2025/2026',NULL,NULL,NULL,'percent',NULL,'suppressed');
INSERT INTO "indicator_values" VALUES('young-mentored','municipality','ozerny','Озёрный','2025/2026',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('young-mentored','municipality','svetly','Светлый','2025/2026',0.0,0.0,NULL,'percent',NULL,'no_data');
INSERT INTO "indicator_values" VALUES('young-mentored','region','moscow-oblast','Московская область','2025/2026',NULL,NULL,NULL,'percent',NULL,'suppressed');
INSERT INTO "indicator_values" VALUES('young-mentored','territory','north','Северный куст','2025/2026',0.0,0.0,NULL,'percent',NULL,'no_data');
CREATE TABLE innovation_sites (
  organization TEXT NOT NULL, kind TEXT NOT NULL, school_year TEXT NOT NULL, program TEXT,
  completed INTEGER
) STRICT;
INSERT INTO "innovation_sites" VALUES('svetly-1','rip','2024/2025','Школа наставников',1);
INSERT INTO "innovation_sites" VALUES('svetly-1','rip','2025/2026','Школа наставников',0);
CREATE TABLE meetings (association TEXT NOT NULL, held_on TEXT NOT NULL, topic TEXT NOT NULL) STRICT;
INSERT INTO "meetings" VALUES('svetly-russian','2025-03-28','Сочинение без шаблона');
INSERT INTO "meetings" VALUES('svetly-russian','2025-11-01','Итоги диагностики: что менять на уроке');
CREATE TABLE methodists (
  code TEXT PRIMARY KEY, last_name TEXT NOT NULL, first_name TEXT NOT NULL, patronymic TEXT,
  municipality TEXT, organization TEXT, subject TEXT, other_direction TEXT, directions TEXT,
  included_on TEXT, email TEXT, about TEXT
) STRICT;
INSERT INTO "methodists" VALUES('m1','Соколова','Елена','Викторовна','svetly','svetly-1','russian','читательская грамотность',NULL,'2024-09-01','sokolova@example.ru',NULL);
CREATE TABLE municipalities (
  code TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT, territory TEXT, oktmo TEXT, ums_name TEXT,
  ums_head TEXT, ums_site TEXT, ums_email TEXT, ums_phone TEXT, ums_address TEXT
) STRICT;
INSERT INTO "municipalities" VALUES('lesnoy','Лесной','городской округ',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "municipalities" VALUES('ozerny','Озёрный','муниципальный округ','north','46700002','Методическая служба Озёрного округа',NULL,NULL,'ms@ozerny.example.ru',NULL,NULL);
INSERT INTO "municipalities" VALUES('svetly','Светлый','городской округ','north','46700001','Методический центр «Светлый»','Рябинина Вера Олеговна','https://svetly.example.ru','umc@svetly.example.ru','+7 (495) 000-00-01','г. Светлый, ул. Школьная, 1');
CREATE TABLE names_elsewhere (field TEXT NOT NULL, key TEXT NOT NULL, site TEXT NOT NULL, value TEXT) STRICT;
CREATE TABLE organizations (
  code TEXT PRIMARY KEY, municipality TEXT NOT NULL, name TEXT NOT NULL, short_name TEXT,
  kind TEXT NOT NULL, remote INTEGER, low_results INTEGER, mentoring_model INTEGER, site TEXT
) STRICT;
INSERT INTO "organizations" VALUES('lesnoy-1','lesnoy','Детский сад № 3','Сад № 3','preschool',0,0,0,NULL);
INSERT INTO "organizations" VALUES('ozerny-1','ozerny','МОУ «Озёрная школа»','Озёрная школа','school',1,0,1,NULL);
INSERT INTO "organizations" VALUES('svetly-1','svetly','МБОУ «Школа № 1»','Школа № 1','school',0,0,1,'https://school1.example.ru');
INSERT INTO "organizations" VALUES('svetly-2','svetly','МБОУ «Лицей „Заря“»','Лицей «Заря»','school',0,1,0,NULL);
CREATE TABLE practices (
  slug TEXT PRIMARY KEY, municipality TEXT NOT NULL, organization TEXT, title TEXT NOT NULL,
  kind TEXT NOT NULL, subject TEXT, level TEXT, direction TEXT, authors TEXT, annotation TEXT NOT NULL,
  body TEXT NOT NULL, materials_url TEXT, reviewed_on TEXT, year INTEGER NOT NULL, tags TEXT
) STRICT;
INSERT INTO "practices" VALUES('medlennoe-chtenie','svetly','svetly-1','Медленное чтение в 7 классе','pedagogical','literature','basic','Читательская грамотность','Соколова Елена Викторовна','Как читать один рассказ три урока подряд и не заскучать.','## Задача

Ученики читают быстро и поверхностно.

## Как устроено

1. Первый урок — вслух.
2. Второй — с карандашом.
3. Третий — вопросы друг другу.

| Класс | Было | Стало |
|---|---:|---:|
| 7 «А» | 41 % | 63 % |

Смотрите <script>alert(1)</script> и [материалы](https://materials.example.ru/reading).','https://materials.example.ru/reading','2025-05-20',2025,'чтение|7 класс');
INSERT INTO "practices" VALUES('shkola-nastavnikov','ozerny','ozerny-1','=Школа наставников: первый год','managerial',NULL,'all','Наставничество',NULL,'Опыт малой школы: три пары, один план, общая встреча раз в месяц.','Пары сложились сами.',NULL,NULL,2024,'наставничество');
CREATE TABLE release_changes (
  release TEXT NOT NULL, kind TEXT NOT NULL, municipality TEXT, subject TEXT, methodist TEXT,
  former_methodist TEXT, organization TEXT, practice TEXT, indicator TEXT, scope TEXT, place TEXT,
  school_year TEXT, field TEXT, count INTEGER, before TEXT, after TEXT
) STRICT;
CREATE TABLE releases (as_of TEXT PRIMARY KEY, former_as_of TEXT NOT NULL) STRICT;
CREATE TABLE roster (
  methodist TEXT, municipality TEXT, subject TEXT
) STRICT;
INSERT INTO "roster" VALUES('m1','svetly','russian');
INSERT INTO "roster" VALUES(NULL,'ozerny','mathematics');
INSERT INTO "roster" VALUES(NULL,'svetly','mathematics');
CREATE TABLE subjects (code TEXT PRIMARY KEY, area TEXT NOT NULL, name TEXT NOT NULL, position INTEGER)
STRICT;
INSERT INTO "subjects" VALUES('chess','дополнительные занятия','шахматы',4);
INSERT INTO "subjects" VALUES('literature','русский язык и литература','литература',2);
INSERT INTO "subjects" VALUES('mathematics','математика и информатика','математика',3);
INSERT INTO "subjects" VALUES('russian','русский язык и литература','русский язык',1);
CREATE TABLE territories (code TEXT PRIMARY KEY, name TEXT NOT NULL, center TEXT) STRICT;
INSERT INTO "territories" VALUES('north','Северный куст','Светлый');
CREATE INDEX organizations_municipality ON organizations (municipality);
CREATE INDEX associations_municipality ON associations (municipality);
CREATE INDEX meetings_association ON meetings (association);
CREATE INDEX practices_municipality ON practices (municipality);
CREATE INDEX documents_municipality ON documents (municipality);
CREATE INDEX events_municipality ON events (municipality);
COMMIT;
