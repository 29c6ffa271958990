// The policy in earnest: a walk through the product without a single complaint, and what the policy must stop, stopped.
import type { Page } from "@playwright/test";
import { emailOf, type Role, signInContext } from "./support/people";
import { expect, test } from "./support/server";
import { CHAPTER, type World, worldOf } from "./support/world";

/** Collects what browsers complain about: violations of the policy, errors on the console, errors nobody caught. */
async function listen(page: Page): Promise<string[]> {
  const complaints: string[] = [];
  page.on("console", (message) => {
    // Remix asks for its route manifest ahead; leaving the page meanwhile aborts that, which it reports as an error.
    if (message.text().startsWith("AbortError: signal is aborted")) return;
    if (message.type() === "error" || message.text().includes("Hydration")) complaints.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
  await page.addInitScript(() => document.addEventListener("securitypolicyviolation", (event) => console.error(`policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile ?? ""}`)));
  return complaints;
}

/** Goes to a path by the first link to it on the page, without loading a new document. */
async function follow(page: Page, path: string): Promise<void> {
  await page.evaluate(() => ((window as { walked?: boolean }).walked = true));
  await page.locator(`a[href="${path}"]:visible`).first().click();
  await expect(page).toHaveURL((url) => url.pathname === path);
  await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
  expect(await page.evaluate(() => (window as { walked?: boolean }).walked), `${path} came without a new document`).toBe(true);
}

const WALKS: Record<string, { who: Role; from: string; through: (world: World) => string[] }> = {
  learner: {
    who: "learner",
    from: "/learn",
    through: (w) => [`/learn/${w.learner}/${CHAPTER}`, `/learn/${w.learner}/${CHAPTER}/preview`, `/learn/${w.learner}/${CHAPTER}/preview/${w.section}`],
  },
  instructor: {
    who: "instructor",
    from: "/teach",
    through: (w) => [`/teach/cohorts/${w.cohort}`, `/teach/cohorts/${w.cohort}/learners/${w.learner}`],
  },
  administrator: { who: "admin", from: "/admin/people", through: () => ["/admin/people/invite", "/admin/people", "/admin/teams", "/admin/mail", "/admin/audit", "/glossary", "/account"] },
};

for (const [name, walk] of Object.entries(WALKS)) {
  test(`${name}: from page to page and back again without a complaint`, async ({ page, context, server }) => {
    await signInContext(context, server, walk.who);
    const complaints = await listen(page);
    const stops = [walk.from, ...walk.through(await worldOf(server))];
    await page.goto(walk.from);
    for (const path of stops.slice(1)) await follow(page, path);
    for (const path of stops.slice(0, -1).reverse()) {
      await page.goBack();
      await expect(page).toHaveURL((url) => url.pathname === path);
      await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
    }
    await page.goForward();
    await page.reload();
    await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
    expect(complaints).toEqual([]);
  });
}

test("sections come to life by document, in both languages", async ({ page, context, server }) => {
  await signInContext(context, server, "learner2");
  const w = await worldOf(server);
  const sections = await server.sql<{ id: string; locale: "zh" | "en"; title: string }[]>`
    select section_id as id, locale, s.title from section_version s join chapter c on c.current_version = s.chapter_version where c.slug = ${CHAPTER} order by s.locale desc, position`;
  expect(sections.length).toBeGreaterThan(10);
  const complaints = await listen(page);
  try {
    for (const { id, locale, title } of sections) {
      await server.sql`update person set locale = ${locale} where email = ${emailOf("learner2")}`;
      await page.goto(`/learn/${w.learner2}/${CHAPTER}/preview/${id}`);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
      await page.waitForFunction(() => Object.keys(document).some((key) => key.startsWith("__reactContainer")));
    }
  } finally {
    await server.sql`update person set locale = 'zh' where email = ${emailOf("learner2")}`;
  }
  expect(complaints).toEqual([]);
});

test("what the policy must stop is stopped: eval, inline scripts, handlers, foreign scripts and frames", async ({ page, context, server }) => {
  await signInContext(context, server, "learner");
  await page.goto("/learn");
  const stopped = await page.evaluate(async () => {
    const blocked: string[] = [];
    document.addEventListener("securitypolicyviolation", (event) => blocked.push(event.effectiveDirective));
    const box = document.createElement("div");
    document.body.append(box);
    box.innerHTML = '<img src="data:," onerror="window.broken = true"><iframe src="https://evil.example/"></iframe>';
    // Scripts that our own scripts make are trusted ('strict-dynamic'); what comes in as HTML is not.
    const smuggled = document.createElement("iframe");
    smuggled.srcdoc = '<script>parent.broken = true</script><script src="https://evil.example/x.js"></script>';
    const arrived = new Promise((resolve) => smuggled.addEventListener("load", resolve));
    box.append(smuggled);
    await arrived;
    const base = document.createElement("base");
    base.href = "https://evil.example/";
    document.head.append(base);
    await fetch("https://evil.example/").catch(() => undefined);
    // On a task of its own: what runs directly in Playwright's call is exempt from the policy on eval.
    const evaluated = await new Promise<boolean>((resolve) => {
      requestAnimationFrame(() => {
        try {
          (0, eval)("1");
          resolve(true);
        } catch {
          resolve(false);
        }
      });
    });
    const until = Date.now() + 10_000;
    while (blocked.length < 4 && Date.now() < until) await new Promise((resolve) => requestAnimationFrame(resolve));
    return { blocked: [...new Set(blocked)].sort(), evaluated, broken: (window as { broken?: boolean }).broken ?? false, base: document.baseURI };
  });
  expect(stopped.evaluated).toBe(false);
  expect(stopped.broken).toBe(false);
  expect(stopped.base).not.toContain("evil");
  expect(stopped.blocked).toEqual(expect.arrayContaining(["base-uri", "connect-src", "frame-src", "script-src-attr"]));
});
