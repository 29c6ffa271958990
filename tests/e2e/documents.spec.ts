// Kept documents (docs/decisions/0004): what comes from the cache is, byte for byte, what rendering would have given.
import { cookieOf } from "./support/people";
import { expect, test, type TestServer } from "./support/server";
import { type RunningApp, startApp } from "./support/start-app";

const CHAPTER = "03-build-trust";

interface Reader {
  name: string;
  id: string;
  enrolment: string;
  cookie: string;
}

interface Page {
  html: string;
  nonce: string;
  /** It came from the cache: nothing was rendered for it. */
  kept: boolean;
}

/** Learners who have begun: each with a way of their own through the chapter, so with pages of their own. */
async function readersOf(server: TestServer, count: number): Promise<Reader[]> {
  const rows = await server.sql<{ id: string; name: string; email: string; enrolment: string }[]>`
    select p.id, p.name, p.email, e.id as enrolment from enrolment e join person p on p.id = e.person_id
    join progress g on g.enrolment_id = e.id and g.chapter_slug = ${CHAPTER} and g.step = 'preview'
    where g.state in ('in-progress', 'passed') and e.left_at is null order by e.id limit ${count}`;
  return Promise.all(rows.map(async ({ email, ...row }) => ({ ...row, cookie: await cookieOf(server, email) })));
}

async function fetchPage(app: RunningApp, reader: Reader, section: string): Promise<Page> {
  const response = await fetch(`${app.origin}/learn/${reader.enrolment}/${CHAPTER}/preview/${section}`, { headers: { cookie: reader.cookie } });
  expect(response.status).toBe(200);
  const [, nonce = ""] = /'nonce-([^']+)'/.exec(response.headers.get("Content-Security-Policy") ?? "") ?? [];
  return { html: await response.text(), nonce, kept: !/\brender;/.test(response.headers.get("Server-Timing") ?? "") };
}

const withoutNonce = ({ html, nonce }: Page) => html.replaceAll(`"${nonce}"`, '"NONCE"');

test.describe("kept documents", () => {
  let uncached: RunningApp;
  test.beforeAll(async ({ server }) => {
    uncached = await startApp({ DATABASE_URL: server.databaseUrl, ROADBOOK_DOCUMENT_CACHE_MB: "0", ROADBOOK_JOBS: "off" });
  });
  test.afterAll(async () => {
    await uncached.stop();
  });

  test("everybody gets their own page: the one that rendering it would have given", async ({ server }) => {
    const readers = await readersOf(server, 6);
    expect(readers.length).toBeGreaterThan(3);
    const settings = [["zh", "light"], ["en", "dark"], ["zh", "system"], ["zh", "light"], ["en", "system"], ["zh", "system"]] as const;
    for (const [at, { id }] of readers.entries()) await server.sql`update person set locale = ${settings[at]![0]}, theme = ${settings[at]![1]} where id = ${id}`;
    const sections = await server.sql<{ id: string }[]>`
      select section_id as id from section_version s join chapter c on c.current_version = s.chapter_version where c.slug = ${CHAPTER} and locale = 'zh' order by position`;
    for (const { id: section } of sections) {
      // The first visit may change what the page shows (opened), so it is not compared.
      for (const reader of readers) await fetchPage(server.app, reader, section);
      for (const [at, reader] of readers.entries()) {
        const own = await fetchPage(server.app, reader, section);
        expect(own.kept).toBe(true);
        expect(withoutNonce(own)).toBe(withoutNonce(await fetchPage(uncached, reader, section)));
        expect(own.html).toContain(`data-theme="${settings[at]![1]}"`);
        expect(own.html).toContain(`lang="${settings[at]![0] === "zh" ? "zh-CN" : "en"}"`);
        expect(own.html).toContain(reader.enrolment);
        for (const other of readers) if (other !== reader) expect(own.html.includes(other.enrolment) || own.html.includes(other.id)).toBe(false);
      }
    }
  });

  test("every response has a nonce of its own, and the page that of its header", async ({ server }) => {
    const [reader] = await readersOf(server, 1);
    const pages = [];
    for (let visit = 0; visit < 4; visit++) pages.push(await fetchPage(server.app, reader!, "buying-roles"));
    expect(pages.map(({ kept }) => kept).slice(1)).toEqual([true, true, true]);
    expect(new Set(pages.map(({ nonce }) => nonce)).size).toBe(4);
    for (const { html, nonce } of pages) {
      const nonces = new Set([...html.matchAll(/nonce="([^"]*)"/g)].map(([, value]) => value));
      expect([...nonces]).toEqual([nonce]);
    }
  });

  test("what somebody did shows at once, also where only the browser looks", async ({ server }) => {
    const [reader] = await readersOf(server, 1);
    const show = () => fetchPage(server.app, reader!, "buying-roles");
    await show();
    const seen = new Date(Date.UTC(2026, 0, 2, 3, 4, 5));
    await server.sql`update section_reading set position = 0.4321, last_seen_at = ${seen} where enrolment_id = ${reader!.enrolment} and section_id = 'buying-roles'`;
    expect((await show()).html).toContain("0.4321");
    await server.sql`update section_reading set finished_at = ${seen}, finished_by = 'button', finished_version = opened_version where enrolment_id = ${reader!.enrolment} and section_id = 'buying-roles'`;
    const finished = await show();
    await server.sql`update section_reading set finished_at = null, finished_by = null, finished_version = null, reached_end = false where enrolment_id = ${reader!.enrolment} and section_id = 'buying-roles'`;
    const again = await show();
    expect(withoutNonce(again)).not.toBe(withoutNonce(finished));
    expect(withoutNonce(again)).toBe(withoutNonce(await fetchPage(uncached, reader!, "buying-roles")));
  });
});
