"""Nobody is named without consent: unique words are planted into the registry and looked for in every public byte."""

import json
import urllib.parse
import zipfile

from support import AS_OF, CliTest, build, demo_registry, editing


NAME_STEM, CODE_STEM = "Щъфьц", "zqxwj-"


class Words:
    """Words that occur nowhere else, with where they were planted."""

    def __init__(self, kind):
        self.planted = {}
        self.kind = kind

    def _add(self, stem, alphabet, place):
        number, word = len(self.planted), ""
        for _ in range(3):
            number, digit = divmod(number, len(alphabet))
            word = alphabet[digit] + word
        word = stem + alphabet[self.kind] + word
        self.planted[word] = place
        return word

    def name(self, place):
        return self._add(NAME_STEM, "абвгдежзик", place)

    def code(self, place):
        return self._add(CODE_STEM, "abcdefghij", place)


def spellings(word):
    yield word.encode()
    yield word.lower().encode()
    yield word.upper().encode()
    yield json.dumps(word)[1:-1].encode()
    yield json.dumps(word.lower())[1:-1].encode()
    yield urllib.parse.quote(word).encode()
    yield word.encode("utf-16-le")


def public_bytes(folder):
    """(name, bytes) of every public file, its name included; workbooks and archives part by part."""
    for path in sorted(folder.rglob("*")):
        if not path.is_file():
            continue
        name = str(path.relative_to(folder))
        yield name, name.encode() + b"\n" + path.read_bytes()
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                for part in archive.namelist():
                    yield f"{name}:{part}", archive.read(part)


def found_words(folder, words):
    """{word: names of files that hold it}."""
    found = {}
    stems = {form for stem in (NAME_STEM, CODE_STEM) for form in spellings(stem)}
    patterns = [(word, set(spellings(word))) for word in words]
    for name, content in public_bytes(folder):
        if not any(stem in content for stem in stems):
            continue
        for word, forms in patterns:
            if any(form in content for form in forms):
                found.setdefault(word, []).append(name)
    return found


class Privacy(CliTest):
    def setUp(self):
        super().setUp()
        self.registry = demo_registry(self.folder)
        self.secret, self.open = Words(0), Words(1)

    def rename_methodist(self, db, old, new):
        db.execute("UPDATE methodists SET code = ? WHERE code = ?", (new, old))
        for table in ("consents", "nominations", "assignments", "ioms", "lesson_visits"):
            db.execute(f"UPDATE {table} SET methodist = ? WHERE methodist = ?", (new, old))

    def mark_methodist(self, db, code, title, words, **columns):
        """Plants words into a methodist's columns; order_number is private for everybody."""
        values = {"last_name": words.name(f"{title}: last_name"), "first_name": words.name(f"{title}: first_name"),
                  "patronymic": words.name(f"{title}: patronymic"),
                  "order_number": self.secret.name(f"{title}: order_number"),
                  "included_on": "2023-09-01", "excluded_on": None} | columns
        db.execute("DELETE FROM consents WHERE methodist = ?", (code,))
        db.execute(f"UPDATE methodists SET {', '.join(f'{c} = ?' for c in values)} WHERE code = ?",
                   (*values.values(), code))
        new = words.code(f"{title}: code")
        self.rename_methodist(db, code, new)
        return new

    def consent(self, db, methodist, field, given="2024-01-01", site="", expires=None, withdrawn=None):
        db.execute("INSERT INTO consents (methodist, field, site, given_on, expires_on, withdrawn_on, document) "
                   "VALUES (?, ?, ?, ?, ?, ?, ?)",
                   (methodist, field, site, given, expires, withdrawn, self.secret.name("consents: document")))

    def plant_methodists(self, db):
        # Those with assignments of the year: they would stand in form 2, too.
        codes = [code for code, in db.execute(
            "SELECT DISTINCT methodist FROM assignments WHERE school_year = '2024/2025' ORDER BY methodist")]
        self.assertGreater(len(codes), 12)
        secret = self.secret
        contacts = lambda title, words: dict(public_email=f"{words.code(title + ': e-mail')}@example.ru",
                                             about=words.name(title + ": about"))

        silent = dict(consent_on=None, consent_withdrawn_on=None)
        given = dict(consent_on="2024-01-01", consent_withdrawn_on=None)
        for title, columns in (
                ("no consent", silent),
                ("withdrawn", given | dict(consent_withdrawn_on="2024-06-01")),
                ("withdrawn the same day", given | dict(consent_withdrawn_on="2024-01-01")),
                ("consent of tomorrow", dict(consent_on="2025-04-01", consent_withdrawn_on=None))):
            code = self.mark_methodist(db, codes.pop(), title, secret, **columns, **contacts(title, secret),
                                       other_direction=secret.name(f"{title}: other_direction"))
            self.consent(db, code, "email")
            self.consent(db, code, "about")
        code = self.mark_methodist(db, codes.pop(), "name narrowed away", secret, **given,
                                   **contacts("name narrowed away", secret))
        self.consent(db, code, "name", withdrawn="2024-05-01")

        title = "consent, but not for contacts"
        self.mark_methodist(db, codes.pop(), title, self.open, **given, **contacts(title, secret))
        for title, form in (("expired", dict(expires=AS_OF)), ("withdrawn", dict(withdrawn="2024-05-01")),
                            ("of tomorrow", dict(given="2025-04-01")), ("for another site", dict(site="https://a.example.ru/"))):
            title = f"consent, contacts {title}"
            code = self.mark_methodist(db, codes.pop(), title, self.open, **given, **contacts(title, secret))
            self.consent(db, code, "email", **form)
            self.consent(db, code, "about", **form)
        title = "consent, direction withdrawn"
        code = self.mark_methodist(db, codes.pop(), title, self.open, **given,
                                   other_direction=secret.name(f"{title}: other_direction"))
        self.consent(db, code, "direction", withdrawn="2024-05-01")
        title = "full consent"
        code = self.mark_methodist(db, codes.pop(), title, self.open, **given, **contacts(title, self.open))
        self.consent(db, code, "email", expires="2025-04-01")
        self.consent(db, code, "about")

    def plant_personal_tables(self, db):
        secret = self.secret
        organization, municipality = db.execute("SELECT code, municipality FROM organizations ORDER BY code").fetchone()
        subject, = db.execute("SELECT min(code) FROM subjects").fetchone()
        teachers = []
        for number in range(3):
            teachers.append(secret.code("teachers: code"))
            db.execute("INSERT INTO teachers (code, organization, last_name, first_name, patronymic, subject, position) "
                       "VALUES (?, ?, ?, ?, ?, ?, ?)",
                       (teachers[-1], organization, *(secret.name(f"teachers: {c}") for c in
                                                      ("last_name", "first_name", "patronymic")), subject,
                        secret.name("teachers: position")))
        teacher, mentor, _ = teachers
        db.execute("INSERT INTO assessments (teacher, school_year, level, kind) VALUES (?, '2024/2025', 'low', ?)",
                   (teacher, secret.name("assessments: kind")))
        iom = secret.code("ioms: code")
        db.execute("INSERT INTO ioms (code, teacher, school_year, status) VALUES (?, ?, '2024/2025', 'agreed')",
                   (iom, teacher))
        db.execute("INSERT INTO iom_activities (iom, section, title, details, reflection) VALUES (?, '1.1', ?, ?, ?)",
                   (iom, *(secret.name(f"iom_activities: {c}") for c in ("title", "details", "reflection"))))
        db.execute("INSERT INTO mentorships (mentor, mentee, order_number, started_on) VALUES (?, ?, ?, '2024-09-01')",
                   (mentor, teacher, secret.name("mentorships: order_number")))
        db.execute("INSERT INTO courses (teacher, program, provider, finished_on, certificate) "
                   "VALUES (?, ?, 'federal', '2024-10-01', ?)",
                   (teacher, secret.name("courses: program"), secret.name("courses: certificate")))
        db.execute("INSERT INTO post_course (teacher, program, surveyed_on, valued, evidence) "
                   "VALUES (?, ?, '2024-10-01', ?, ?)",
                   (teacher, *(secret.name(f"post_course: {c}") for c in ("program", "valued", "evidence"))))
        db.execute("INSERT INTO contests (teacher, contest, level, result, school_year) "
                   "VALUES (?, ?, 'regional', 'prize', '2024/2025')", (teacher, secret.name("contests: contest")))
        db.execute("INSERT INTO lesson_visits (code, municipality, visited_on, teacher, teacher_group, video_url) "
                   "VALUES (?, ?, '2024-10-01', ?, 'young', ?)",
                   (secret.code("lesson_visits: code"), municipality, teacher,
                    f"https://video.example.ru/{secret.code('lesson_visits: video_url')}"))
        db.execute("INSERT INTO nominations (code, last_name, first_name, patronymic, municipality, nominated_by, stage) "
                   "VALUES (?, ?, ?, ?, ?, ?, 'nominated')",
                   (secret.code("nominations: code"), *(secret.name(f"nominations: {c}") for c in
                                                        ("last_name", "first_name", "patronymic")), municipality,
                    secret.name("nominations: nominated_by")))
        db.execute("INSERT INTO ums_tasks (municipality, function, period, evidence_url) VALUES (?, '1.1.1', ?, ?)",
                   (municipality, secret.name("ums_tasks: period"),
                    f"https://docs.example.ru/{secret.code('ums_tasks: evidence_url')}"))
        db.execute("INSERT INTO audits (municipality, school_year, item, max_score) VALUES (?, '2024/2025', ?, 5)",
                   (municipality, secret.name("audits: item")))

    def plant_public_tables(self, db):
        for table, key, column, consent in (("municipalities", "code", "ums_head", "ums_head_consent"),
                                            ("associations", "code", "head", "head_consent"),
                                            ("practices", "slug", "authors", "authors_consent")):
            where = "WHERE status = 'published'" if table == "practices" else ""
            keys = [k for k, in db.execute(f"SELECT {key} FROM {table} {where} ORDER BY {key} LIMIT 6")]
            for number, value in enumerate(keys):
                says = (None, 0, 1)[number % 3]
                words = self.open if says else self.secret
                db.execute(f"UPDATE {table} SET {column} = ?, {consent} = ? WHERE {key} = ?",
                           (words.name(f"{table}: {column}, consent {says}"), says, value))
        for status in ("draft", "archived"):
            slug, = db.execute("SELECT max(slug) FROM practices WHERE status = 'published'").fetchone()
            db.execute("UPDATE practices SET slug = ?, title = ?, annotation = ?, body = ?, authors = ?, tags = ?, "
                       "authors_consent = 1, status = ? WHERE slug = ?",
                       (self.secret.code(f"{status} practice: slug"),
                        *(self.secret.name(f"{status} practice: {c}")
                          for c in ("title", "annotation", "body", "authors", "tags")), status, slug))

    def test_nobody_is_named_without_consent(self):
        with editing(self.registry) as db:
            self.plant_methodists(db)
            self.plant_personal_tables(db)
            self.plant_public_tables(db)
        self.assert_success(build(self.registry, self.folder / "site"))
        public = self.folder / "site" / "public"
        self.assertGreater(len(self.secret.planted), 70)
        leaks = {f"{self.secret.planted[w]} ({w})": files
                 for w, files in found_words(public, self.secret.planted).items()}
        self.assertEqual(leaks, {})
        # The search itself works: what people agreed to publish is found, in pages and in open data.
        seen = found_words(public, self.open.planted)
        missing = [f"{place} ({word})" for word, place in self.open.planted.items() if word not in seen]
        self.assertEqual(missing, [])
        for word, files in seen.items():
            self.assertIn("data/publication.db", files, self.open.planted[word])
            self.assertTrue(any(name.endswith(".html") for name in files), self.open.planted[word])

    def test_a_name_in_a_text_stops_the_publication(self):
        """What people write into open fields passes the gate, but not the scan of the finished files."""
        with editing(self.registry) as db:
            teacher, = db.execute("SELECT min(code) FROM teachers").fetchone()
            db.execute("UPDATE teachers SET last_name = ?, first_name = 'Евстафий', patronymic = 'Порфирьевич' "
                       "WHERE code = ?", (self.secret.name("a teacher in a text"), teacher))
            last_name, = self.secret.planted
            slug, = db.execute("SELECT min(slug) FROM practices WHERE status = 'published'").fetchone()
            db.execute("UPDATE practices SET body = body || ? WHERE slug = ?",
                       (f"\n\nНаставляемый — {last_name} Евстафий Порфирьевич.\n", slug))
        result = build(self.registry, self.folder / "site")
        self.assert_refused(result, 1, slug)
        self.assertNotIn(last_name, result.stderr)
        self.assertFalse((self.folder / "site").exists())

    def test_a_namesake_does_not_stop_the_publication(self):
        with editing(self.registry) as db:
            name = db.execute("SELECT last_name, first_name, patronymic FROM methodists WHERE consent_on <= ? AND "
                              "consent_withdrawn_on IS NULL AND included_on <= ? AND excluded_on IS NULL",
                              (AS_OF, AS_OF)).fetchone()
            db.execute("UPDATE teachers SET last_name = ?, first_name = ?, patronymic = ? "
                       "WHERE code = (SELECT min(code) FROM teachers)", name)
        self.assert_success(build(self.registry, self.folder / "site"))

    def test_restricted_reports_are_not_public(self):
        self.assert_success(build(self.registry, self.folder / "site"))
        self.assertEqual(sorted(p.name for p in (self.folder / "site").iterdir()),
                         ["hosting", "manifest.json", "public", "reports"])
        with editing(self.registry) as db:
            tables = [name for name, in db.execute(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'")]
        self.assertIn("teachers", tables)
        with editing(self.folder / "site" / "public" / "data" / "publication.db") as db:
            public = {name for name, in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
        self.assertEqual(public & {"teachers", "consents", "nominations", "assessments", "ioms", "iom_activities",
                                   "mentorships", "courses", "post_course", "lesson_visits", "contests", "ums_tasks",
                                   "audits"}, set())
