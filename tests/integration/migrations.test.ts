// Migrations run on databases that are in use: each must take the rows along that were there before it.
import { readFileSync } from "node:fs";
import type { Kysely } from "kysely";
import type { Sql } from "postgres";
import ts from "typescript";
import { describe, expect, inject, onTestFinished, test } from "vitest";
import { connectDatabase, migrateToLatest } from "~/db/index.server";
import { readMigrations } from "~/db/migrate.server";
import type { DB } from "~/db/schema";
import { cloneName, dropDatabase } from "../setup/clones";
import { sourceFiles } from "../setup/scan-texts";
import { useDatabase } from "../setup/database";

const t = useDatabase();

/** An empty database, dropped when the test is over. */
async function emptyDatabase(): Promise<{ db: Kysely<DB>; sql: Sql }> {
  const name = cloneName("migrating");
  const admin = connectDatabase({ ...inject("testServer"), database: "postgres" });
  await admin.sql`create database ${admin.sql(name)}`;
  const database = connectDatabase({ ...inject("testServer"), database: name });
  onTestFinished(async () => {
    await database.close();
    await dropDatabase(admin.sql, name);
    await admin.close();
  });
  return database;
}

/** Rows as a company in use has them, put in as soon as their tables are there. By the name of the migration's end. */
const ROWS: Record<string, (sql: Sql) => Promise<void>> = {
  people: async (sql) => {
    await sql`insert into team (id, kind, name_zh, name_en) values ('00000000-0000-4000-8000-000000000001', 'company', '恒能', 'Hengneng')`;
    await sql`insert into person (id, email, name, state, password_hash) values ('00000000-0000-4000-8000-000000000002', 'lin@hengneng.test', '林岚', 'active', 'x')`;
    await sql`insert into team_membership (person_id, team_id, valid_from) values ('00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-000000000001', '2026-01-01')`;
    await sql`insert into role_grant (person_id, role, scope_kind) values ('00000000-0000-4000-8000-000000000002', 'learner', 'company')`;
    await sql`insert into session (id, user_id, expires_at) values ('s', '00000000-0000-4000-8000-000000000002', now() + interval '1 day')`;
    await sql`insert into account_link (token_hash, person_id, purpose, expires_at) values ('h', '00000000-0000-4000-8000-000000000002', 'reset', now())`;
    await sql`insert into outbox_mail (to_email, template, locale, subject, body) values ('lin@hengneng.test', 'reset', 'zh', 's', 'b')`;
    await sql`insert into rate_limit (key, window_started_at, count) values ('k', now(), 1)`;
    await sql`insert into audit_event (action, subject_kind, subject_id) values ('sign-in', 'person', 'x')`;
  },
  cohorts: async (sql) => {
    await sql`insert into cohort (id, name, team_id, starts_on, ends_on, state) values ('00000000-0000-4000-8000-000000000003', '秋季班', '00000000-0000-4000-8000-000000000001', '2026-11-01', '2027-02-01', 'open')`;
    await sql`insert into cohort_chapter (cohort_id, chapter_slug, position) values ('00000000-0000-4000-8000-000000000003', '03-build-trust', 1)`;
    await sql`insert into cohort_step (cohort_id, chapter_slug, step) values ('00000000-0000-4000-8000-000000000003', '03-build-trust', 'preview')`;
    await sql`insert into enrolment (id, cohort_id, person_id) values ('00000000-0000-4000-8000-000000000004', '00000000-0000-4000-8000-000000000003', '00000000-0000-4000-8000-000000000002')`;
    await sql`insert into role_grant (person_id, role, scope_kind, cohort_id) values ('00000000-0000-4000-8000-000000000002', 'instructor', 'cohort', '00000000-0000-4000-8000-000000000003')`;
  },
  courseware: async (sql) => {
    await sql`insert into mdx_module (input_hash, code_hash, code, toc, uses, plain_text, compiler_version) values ('i', 'aaaaaaaaaaaaaaaaaaaaaaaa', 'c', '[]', '{}', 't', '1')`;
  },
  quiz: async (sql) => {
    const hashes = ["a".repeat(64), "b".repeat(64)];
    for (const [at, kind] of (["single", "short-answer"] as const).entries()) {
      await sql`insert into question_version (hash, question_id, chapter_slug, kind, competency, difficulty, section, parts, body, first_seen)
        values (${hashes[at]!}, ${`q${at + 1}`}, '03-build-trust', ${kind}, 'build-trust', 1, 's', '{"shown": [], "right": []}', '{"stem": {"zh": "谁签字？", "en": "Who signs?"}}', now())`;
    }
    await sql`insert into cohort_step (cohort_id, chapter_slug, step, gate) values ('00000000-0000-4000-8000-000000000003', '03-build-trust', 'quiz', '{"reviewDays": 5}')`;
    await sql`insert into quiz_attempt (id, enrolment_id, chapter_slug, number, seed, pass_mark, state, started_at, deadline_at, submitted_at, submitted_by)
      values ('00000000-0000-4000-8000-000000000005', '00000000-0000-4000-8000-000000000004', '03-build-trust', 1, 's', 0.8, 'submitted', '2026-11-10T08:00Z', '2026-11-10T09:00Z', '2026-11-10T08:30Z', 'learner')`;
    for (const [at, kind] of (["single", "short-answer", "short-answer"] as const).entries()) {
      await sql`insert into quiz_paper_item (attempt_id, position, question_hash, kind, option_order)
        values ('00000000-0000-4000-8000-000000000005', ${at + 1}, ${hashes[Math.min(at, 1)]!}, ${kind}, '{"shown": [], "right": []}')`;
    }
    // Of the two open answers the first is marked already.
    for (const position of [1, 2]) await sql`insert into quiz_mark (attempt_id, position, points, max, answered, at) values ('00000000-0000-4000-8000-000000000005', ${position}, 1, 1, true, now())`;
  },
  lecture: async (sql) => {
    await sql`insert into lecture_session (cohort_id, title, starts_at, ends_at, time_zone, code_secret) values ('00000000-0000-4000-8000-000000000003', '第一课', now(), now() + interval '2 hours', 'Asia/Shanghai', 's')`;
  },
};

async function rowCounts(sql: Sql): Promise<Record<string, number>> {
  const tables = await sql<{ name: string }[]>`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not like 'kysely%'`;
  const counts = await Promise.all(tables.map(async ({ name }) => [name, (await sql<{ n: number }[]>`select count(*)::int as n from ${sql(name)}`)[0]!.n] as const));
  return Object.fromEntries(counts);
}

describe("migrations", () => {
  test("run one by one on a database in use, and no row is lost on the way", async () => {
    const { db, sql } = await emptyDatabase();
    const names = Object.keys(await readMigrations());
    let before: Record<string, number> = {};
    for (const name of names) {
      expect(await migrateToLatest(db, undefined, name)).toEqual([name]);
      expect(await rowCounts(sql), name).toMatchObject(before);
      const kind = Object.keys(ROWS).find((ending) => name.endsWith(`-${ending}`));
      if (kind) await ROWS[kind]!(sql);
      before = await rowCounts(sql);
    }
    expect(await migrateToLatest(db)).toEqual([]);
    // Open answers that waited before there was a queue stand in it.
    expect([...(await sql`select kind, subject_id, cohort_id, chapter_slug, title, task, task_key, waiting_since, due_at, state from marking_item`)]).toEqual([
      {
        kind: "quiz-answer",
        subject_id: "00000000-0000-4000-8000-000000000005.3",
        cohort_id: "00000000-0000-4000-8000-000000000003",
        chapter_slug: "03-build-trust",
        title: "林岚",
        task: { zh: "谁签字？", en: "Who signs?" },
        task_key: "q2",
        waiting_since: new Date("2026-11-10T08:30Z"),
        due_at: new Date("2026-11-15T08:30Z"),
        state: "waiting",
      },
    ]);
    expect(Object.values(before).filter((count) => count > 0).length).toBeGreaterThan(12);
  });

  test("lead to the same place one by one and all at once", async () => {
    const { db, sql } = await emptyDatabase();
    for (const name of Object.keys(await readMigrations())) await migrateToLatest(db, undefined, name);
    expect(await columnsOf(sql)).toEqual(await columnsOf(t.sql));
  });

  test("run once when two processes start at the same moment", async () => {
    const { db } = await emptyDatabase();
    const applied = await Promise.all([migrateToLatest(db), migrateToLatest(db)]);
    expect(applied.flat()).toEqual(Object.keys(await readMigrations()));
  });

  test("are named by day and number, in the order in which they run", async () => {
    const names = Object.keys(await readMigrations());
    for (const name of names) expect(name).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}-[a-z-]+$/);
    expect(new Set(names.map((name) => name.slice(0, 13))).size).toBe(names.length);
  });
});

interface Column {
  type: string;
  nullable: boolean;
  defaulted: boolean;
}
type Tables = Record<string, Record<string, Column>>;

async function columnsOf(sql: Sql): Promise<Tables> {
  const rows = await sql<{ table: string; column: string; type: string; nullable: boolean; defaulted: boolean }[]>`
    select c.table_name as table, column_name as column, data_type as type, is_nullable = 'YES' as nullable,
      column_default is not null or is_identity = 'YES' or is_generated = 'ALWAYS' as defaulted
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not like 'kysely%' order by 1, 2`;
  const tables: Tables = {};
  for (const { table, column, type, nullable, defaulted } of rows) (tables[table] ??= {})[column] = { type, nullable, defaulted };
  return tables;
}

/** The interfaces of app/db/schema as they are written: table → column → its type's text. */
function writtenTables(): Record<string, Record<string, string>> {
  const interfaces = new Map<string, Record<string, string>>();
  for (const file of sourceFiles("app/db/schema", [".ts"])) {
    const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
    source.forEachChild((node) => {
      if (!ts.isInterfaceDeclaration(node)) return;
      const members = node.members.filter(ts.isPropertySignature).map((member) => [member.name.getText(), member.type?.getText() ?? ""] as const);
      interfaces.set(node.name.text, Object.fromEntries(members));
    });
  }
  const schemas = [...interfaces].filter(([name]) => name.endsWith("Schema")).flatMap(([, members]) => Object.entries(members));
  return Object.fromEntries(schemas.map(([table, name]) => [table, interfaces.get(name) ?? {}]));
}

describe("the types of tables", () => {
  const written = writtenTables();

  test("name every table and every column, and no others", async () => {
    const names = (tables: Record<string, object>) => Object.fromEntries(Object.entries(tables).map(([table, columns]) => [table, Object.keys(columns).sort()]));
    expect(names(written)).toEqual(names(await columnsOf(t.sql)));
  });

  test("know what may be null, what has a default, and what kind of value it is", async () => {
    const wrong: string[] = [];
    for (const [table, columns] of Object.entries(await columnsOf(t.sql))) {
      for (const [name, column] of Object.entries(columns)) {
        const type = written[table]?.[name] ?? "";
        const at = `${table}.${name}: ${type} for ${column.type}`;
        if (/\bnull\b/.test(type) !== column.nullable) wrong.push(`${at}${column.nullable ? ", which may be null" : ", which is never null"}`);
        if (/^Generated</.test(type) && !column.defaulted && !column.nullable) wrong.push(`${at}, which has no default`);
        if (!fits(column.type, type)) wrong.push(at);
      }
    }
    expect(wrong).toEqual([]);
  });
});

/** Whether the TypeScript type reads what postgres.js answers for the column. */
function fits(column: string, type: string): boolean {
  if (column.startsWith("timestamp")) return /Timestamp|Date/.test(type) && !/DateColumn/.test(type);
  if (column === "date") return type.includes("DateColumn");
  if (column === "boolean") return type.includes("boolean");
  if (["integer", "smallint", "double precision", "real"].includes(column)) return /number|\b\d+\b|[A-Z]/.test(type);
  if (column === "bigint" || column === "numeric") return type.includes("string");
  if (column === "jsonb") return /Json|Column|Record|\{|[A-Z]/.test(type);
  return !/Timestamp|\bnumber\b|boolean/.test(type);
}
