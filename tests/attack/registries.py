"""Random registries to attack: demo data of every region, reshaped so that counts are small and ragged."""
import shutil
import sqlite3
import subprocess

AS_OF = "2026-11-20"
FORMER_DATES = ("2025-11-20", "2026-06-15", "2026-08-31", "2026-10-15", AS_OF)
PEOPLE = ("ioms", "assessments", "courses", "contests", "mentorships", "post_course")


def make_registry(arguments, region, seed, scale, file):
    file.unlink(missing_ok=True)
    subprocess.run([arguments.metodaktiv, "demo", "--registry", file, "--region", region, "--seed", str(seed), "--scale",
                    str(scale), "--as-of", AS_OF, "--project", arguments.project], check=True, capture_output=True)


def project_with_k(project, k, folder):
    """A project that differs in k alone."""
    if not folder.exists():
        shutil.copytree(project / "data", folder / "data")
        for profile in (folder / "data" / "regions").glob("*/profile.toml"):
            text = profile.read_text(encoding="utf-8")
            changed = text.replace("[disclosure]\nk = 5", f"[disclosure]\nk = {k}")
            if changed == text:
                raise ValueError(f"{profile}: no k to change")
            profile.write_text(changed, encoding="utf-8")
    return folder


def remove_people(db, chance, shares, dismissed):
    """Removes rows about people, dismisses teachers."""
    for table in PEOPLE:
        share = chance.choice(shares)
        keys = [column[1] for column in db.execute(f"PRAGMA table_info({table})") if column[5]]
        same = " AND ".join(f"{key} = ?" for key in keys)
        for row in db.execute(f"SELECT {', '.join(keys)} FROM {table} ORDER BY {', '.join(keys)}").fetchall():
            if chance.random() < share:
                try:
                    db.execute(f"DELETE FROM {table} WHERE {same}", row)
                except sqlite3.IntegrityError:
                    pass  # another row refers to it
    for teacher, in db.execute("SELECT code FROM teachers ORDER BY code").fetchall():
        if chance.random() < dismissed:
            db.execute("UPDATE teachers SET dismissed_on = ? WHERE code = ?",
                       (chance.choice(("2025-02-10", "2025-09-15", "2026-09-15")), teacher))


def codes(db, table):
    return [code for code, in db.execute(f"SELECT code FROM {table} ORDER BY code")]


def redraw_territories(db, chance):
    """Territories of one municipality and of many, municipalities outside any."""
    for number in range(chance.randint(1, 6)):
        db.execute("INSERT OR IGNORE INTO territories (code, name) VALUES (?, ?)", (f"t{number}", f"Территория {number}"))
    territories = codes(db, "territories") + [None] * chance.choice((0, 0, 1, 3))
    for municipality in codes(db, "municipalities"):
        db.execute("UPDATE municipalities SET territory = ? WHERE code = ?", (chance.choice(territories), municipality))


def empty_places(db, chance):
    """Everybody works in a few of the municipalities; the others count nobody."""
    kept = chance.sample(codes(db, "municipalities"), chance.randint(2, 8))
    for organization, municipality in db.execute("SELECT code, municipality FROM organizations ORDER BY code").fetchall():
        if municipality not in kept:
            db.execute("UPDATE organizations SET municipality = ? WHERE code = ?", (chance.choice(kept), organization))


def few_subjects(db, chance):
    kept = chance.sample(codes(db, "subjects"), chance.randint(2, 6))
    for teacher in codes(db, "teachers"):
        db.execute("UPDATE teachers SET subject = ? WHERE code = ?", (chance.choice(kept), teacher))


def reshape(file, chance):
    """Makes a registry like no other of its region. Returns what was done, in words."""
    done = []
    db = sqlite3.connect(file)
    db.execute("PRAGMA foreign_keys = ON")
    with db:
        for change, likely in ((redraw_territories, 0.4), (empty_places, 0.2), (few_subjects, 0.2)):
            if chance.random() < likely:
                change(db, chance)
                done.append(change.__name__)
        remove_people(db, chance, (0, 0, 0.3, 0.8, 0.95), chance.choice((0, 0.2, 0.2, 0.6)))
    db.close()
    return done


def amend(file, chance, shares=(0, 0, 0.01, 0.1), dismissed=None):
    """What happens between two publications: rows come out, teachers leave, one changes the school."""
    db = sqlite3.connect(file)
    db.execute("PRAGMA foreign_keys = ON")
    with db:
        remove_people(db, chance, shares, chance.choice((0, 0.005, 0.05)) if dismissed is None else dismissed)
        organizations = codes(db, "organizations")
        for teacher in codes(db, "teachers"):
            if chance.random() < 0.01:
                db.execute("UPDATE teachers SET organization = ? WHERE code = ?", (chance.choice(organizations), teacher))
    db.close()
