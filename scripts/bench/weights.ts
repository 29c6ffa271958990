import { chromium, type Browser, type CDPSession } from "@playwright/test";
import { findInstalledBrowser } from "../lib/browser.mjs";
import { findReaders } from "./chapter";
import { load } from "./machine";
import { median, table } from "./table";
import { sessionCookie, type World } from "./world";

/** Slow 4G as Lighthouse defines it for phones: 150 ms round trip, 1.6 Mbit/s down, 750 kbit/s up; a processor four times slower. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 };
const CPU_SLOWDOWN = 4;
const PHONE = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true } as const;
const VISITS = 3;

interface Page {
  name: string;
  path: string;
  cookie: string;
}
interface Visit {
  html: number;
  js: number;
  css: number;
  requests: number;
  /** Largest contentful paint, in milliseconds. */
  lcp: number;
}

/** What a phone loads for a page at its first visit, in bytes as they come over the network, and when it has painted. */
export async function benchWeights(world: World): Promise<string> {
  const executablePath = findInstalledBrowser();
  if (!executablePath) throw new Error("There is no browser: npm test installs one.");
  const app = await world.serve();
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"] });
  try {
    const rows = [];
    for (const page of await pagesOf(world)) {
      const visits: Visit[] = [];
      for (let visit = 0; visit < VISITS; visit++) visits.push(await visitOnce(browser, app.origin, page));
      const kB = (part: "html" | "js" | "css") => (median(visits.map((visit) => visit[part])) / 1000).toFixed(1);
      rows.push({ page: page.name, "HTML kB": kB("html"), "JS kB": kB("js"), "CSS kB": kB("css"), requests: median(visits.map(({ requests }) => requests)), "LCP ms": Math.round(median(visits.map(({ lcp }) => lcp))) });
    }
    return `${table(rows)}\nFirst visit of a phone on slow 4G with a processor ${CPU_SLOWDOWN} times slower, median of ${VISITS}; bytes with headers, compressed; load ${load()}. Goals: JS ≤ 120 kB on the quiz, LCP ≤ 2000 ms.`;
  } finally {
    await browser.close();
  }
}

/** A page of each kind, with somebody it opens for. */
async function pagesOf({ sql }: World): Promise<Page[]> {
  const [reader] = await findReaders(sql);
  const cookie = reader?.headers.cookie ?? "";
  const [attempt] = await sql<{ id: string; person: string }[]>`select a.id, e.person_id as person from quiz_attempt a join enrolment e on e.id = a.enrolment_id where a.state = 'open' limit 1`;
  const started = attempt ?? (await startAttempt(sql));
  const [cohort] = await sql<{ id: string }[]>`select id from cohort where state = 'open' order by starts_on limit 1`;
  const [teacher] = await sql<{ id: string }[]>`select person_id as id from role_grant where role = 'instructor' and revoked_at is null order by granted_at, person_id limit 1`;
  return [
    { name: "sign-in", path: "/sign-in", cookie: "" },
    { name: "learner's home", path: "/learn", cookie },
    { name: "section of a chapter", path: reader?.path ?? "/learn", cookie },
    ...(started ? [{ name: "quiz", path: `/learn/attempt/${started.id}`, cookie: await sessionCookie(sql, started.person) }] : []),
    ...(cohort && teacher ? [{ name: "cohort's grid", path: `/teach/cohorts/${cohort.id}`, cookie: await sessionCookie(sql, teacher.id) }] : []),
  ];
}

/** Opens again the paper of somebody who handed one in, for as long as the benchmark's database lives. */
async function startAttempt(sql: World["sql"]): Promise<{ id: string; person: string } | undefined> {
  const [opened] = await sql<{ id: string; person: string }[]>`
    update quiz_attempt a set state = 'open', submitted_at = null, submitted_by = null, points = null, max_points = null, passed = null, deadline_at = now() + interval '1 hour'
    from enrolment e where e.id = a.enrolment_id and a.id = (select a.id from quiz_attempt a join enrolment e on e.id = a.enrolment_id join cohort c on c.id = e.cohort_id where c.state = 'open' order by a.started_at desc limit 1)
    returning a.id, e.person_id as person`;
  return opened;
}

async function visitOnce(browser: Browser, origin: string, { path, cookie }: Page): Promise<Visit> {
  const context = await browser.newContext({ baseURL: origin, locale: "zh-CN", ...PHONE });
  try {
    const [name = "", value = ""] = cookie.split("=", 2);
    if (cookie) await context.addCookies([{ name, value, url: origin }]);
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const bytes = await listen(session);
    await session.send("Network.emulateNetworkConditions", SLOW_4G);
    await session.send("Emulation.setCPUThrottlingRate", { rate: CPU_SLOWDOWN });
    const response = await page.goto(path, { waitUntil: "load" });
    if (response?.status() !== 200) throw new Error(`${path} answered ${response?.status() ?? "nothing"}`);
    await page.waitForFunction(() => Object.keys(document).some((key) => key.startsWith("__reactContainer")));
    const lcp = await page.evaluate(() => new Promise<number>((resolve) => {
      new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? 0)).observe({ type: "largest-contentful-paint", buffered: true });
    }));
    return { ...bytes, lcp };
  } finally {
    await context.close();
  }
}

/** Adds up what comes over the network; what scripts ask for later, once the page lives, counts too. */
async function listen(session: CDPSession): Promise<Omit<Visit, "lcp">> {
  const sums = { html: 0, js: 0, css: 0, requests: 0 };
  const kinds = new Map<string, "html" | "js" | "css">();
  session.on("Network.responseReceived", ({ requestId, type }) => {
    sums.requests += 1;
    const kind = type === "Document" ? "html" : type === "Script" ? "js" : type === "Stylesheet" ? "css" : null;
    if (kind) kinds.set(requestId, kind);
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId);
    if (kind) sums[kind] += encodedDataLength;
  });
  await session.send("Network.enable");
  return sums;
}
