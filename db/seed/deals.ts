import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { BUYING_ROLES, type BuyingRole, isOpen, type OpenStage } from "~/deals";
import { findOrAddAccount, findOrAddContact, insertDeal, placeMove, setBonusRule, writeNextAction, writeRoles } from "~/deals/index.server";
import { loadActor } from "~/people/index.server";
import { randomFrom } from "~/platform/random";
import { dayAt, momentAt, sendInvoices, type ToldInvoice, billWon } from "./deal-invoices";
import { drawCourse, type DealCourse } from "./deal-story";
import type { DemoCompany } from "./read-company";
import { type DemoAccount, type DemoDeals, readDeals, type ToldDeal } from "./read-deals";
import type { SeededCompany } from "./seed-company";

/** Teams whose people came through the camps, and from which day on they work with the tools. */
const TRAINED_FROM: Readonly<Record<string, number>> = { "south-guangzhou": -110, "south-foshan": -110 };

interface Story {
  trx: Transaction<DB>;
  lists: DemoDeals & { accounts: DemoAccount[] };
  today: Date;
}

/** Somebody's deal, before it is written. */
interface Draft {
  key: string;
  ownerId: string;
  accountId: string;
  title: string;
  amountMinor: string;
  course: DealCourse;
  reason: string | null;
  people: { contactId: string; roles: BuyingRole[] }[];
  action: { text: string; due: number } | null;
  close: number | null;
  external: string | null;
  invoices: readonly ToldInvoice[];
}

/** The deals of everybody who sells, with how they went over the past months, the same for the same day. */
export async function seedDeals(trx: Transaction<DB>, company: DemoCompany, seeded: SeededCompany, today: Date): Promise<void> {
  const story: Story = { trx, lists: await readDeals(), today };
  const admin = await loadActor(trx, seeded.people.get(company.administrators[0]?.id ?? "") ?? "");
  if (!admin) throw new Error("the demo has no administrator");
  await setBonusRule(trx, admin, { base: "profit", ratePercent: "6.5", validFrom: dayAt(today, -400), now: momentAt(today, -400) });
  for (const team of company.regions.flatMap((region) => region.teams)) {
    const used = new Set<string>();
    for (const [at, member] of team.members.entries()) {
      const ownerId = seeded.people.get(member.id) ?? "";
      for (const told of story.lists.told.filter(({ by }) => by === member.id)) await writeDeal(story, await toldDeal(story, told, ownerId));
      const own = story.lists.told.filter(({ by }) => by === member.id).length;
      const count = Math.max(0, 2 + Math.floor(randomFrom(`deals ${member.id}`)() * 4) - own);
      for (let number = 0; number < count; number++) await writeDeal(story, await drawnDeal(story, { key: `${member.id} ${number}`, ownerId, team, at, number, used, joined: member.joined ?? 2015 }));
    }
  }
}

async function toldDeal(story: Story, told: ToldDeal, ownerId: string): Promise<Draft> {
  const { lists } = story;
  const known = lists.accounts.find(({ name }) => name.zh === told.account);
  const stages = Object.entries(told.stages).map(([stage, day]) => ({ stage: stage as DealCourse["stages"][number]["stage"], day }));
  const now = momentAt(story.today, stages[0]?.day ?? 0);
  const accountId = await findOrAddAccount(story.trx, { name: told.account, ...(known ? { industry: known.industry.zh, city: known.city.zh } : {}), ownerId, byId: ownerId, now });
  const titles = new Map([...(known?.contacts ?? []).map((contact) => [contact.name.zh, contact.title.zh] as const), ...Object.entries(told.contacts)]);
  const names = [...new Set([...Object.values(told.people), ...Object.keys(told.contacts)])];
  const people = [];
  for (const name of names) {
    const contactId = await findOrAddContact(story.trx, { accountId, contact: { name, title: titles.get(name) ?? "" }, byId: ownerId, now });
    people.push({ contactId, roles: BUYING_ROLES.filter((role) => told.people[role] === name) });
  }
  return { key: told.title, ownerId, accountId, title: told.title, amountMinor: told.amount.replace(".", ""), course: { stages, outcome: told.outcome ?? null }, reason: told.reason ?? null, people, action: told.action ?? null, close: told.close ?? null, external: told.key ?? null, invoices: told.invoices };
}

interface Whose {
  key: string;
  ownerId: string;
  team: DemoCompany["regions"][number]["teams"][number];
  at: number;
  number: number;
  used: Set<string>;
  joined: number;
}

async function drawnDeal({ trx, lists, today }: Story, { key, ownerId, team, at, number, used, joined }: Whose): Promise<Draft> {
  const random = randomFrom(`deal ${key}`);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  // The team's two large customers belong to its most senior people; the others have the rest of the district.
  const large = number === 0 && at < 2 ? lists.accounts.filter((account) => account.team === team.id)[at] : undefined;
  const trade = pick(lists.trades);
  const name = freshName(large?.name.zh, () => `${pick(lists.places[team.id] ?? [""])}${pick(lists.trades.filter(({ industry }) => industry === trade.industry)).suffix}`, used);
  // Who joined this year has had less time.
  const opened = -Math.round((joined >= today.getUTCFullYear() ? 110 : 275) * (0.12 + random() * 0.88));
  const course = drawCourse(`course ${key}`, opened, TRAINED_FROM[team.id] ?? null);
  const now = momentAt(today, opened);
  const accountId = await findOrAddAccount(trx, { name, industry: large?.industry.zh ?? trade.industry, city: large?.city.zh ?? team.city.zh, ownerId, byId: ownerId, now });
  const reached = course.stages.length;
  const people: Draft["people"] = [];
  const named: Partial<Record<BuyingRole, string>> = {};
  const roles: BuyingRole[] = ["initiator", "user", "designer", "decision-maker"];
  for (const [order, role] of roles.slice(0, Math.min(4, reached + (random() < 0.35 ? 1 : 0))).entries()) {
    const invented = large?.contacts[order];
    const contact = invented ? { name: invented.name.zh, title: invented.title.zh } : { name: `${pick([...lists.surnames])}${pick(lists.given)}`, title: pick(lists.titles[role]) };
    people.push({ contactId: await findOrAddContact(trx, { accountId, contact, byId: ownerId, now }), roles: [role] });
    named[role] = contact.name;
  }
  const last = course.stages.at(-1)?.stage ?? "contact";
  const action = isOpen(last) && random() < 0.86 ? { text: actionOf(lists, last, named, random), due: Math.round(-6 + random() * 20) } : null;
  const amountMinor = (BigInt(Math.round(18 + random() * random() * 260)) * 1_000_000n).toString();
  const reason = course.outcome === null ? null : pick(last === "won" ? lists.won : lists.lost);
  return { key, ownerId, accountId, title: pick(trade.topics), amountMinor, course, reason, people, action, close: isOpen(last) ? 20 + Math.round(random() * 120) : null, external: null, invoices: last === "won" ? billWon(key, amountMinor, course.stages.at(-1)?.day ?? 0) : [] };
}

function freshName(fixed: string | undefined, draw: () => string, used: Set<string>): string {
  let name = fixed ?? draw();
  while (fixed === undefined && used.has(name)) name = draw();
  used.add(name);
  return name;
}

/** A line of the list with the names of this customer's people; a role nobody plays yet is called by its name. */
function actionOf(lists: DemoDeals, stage: OpenStage, named: Partial<Record<BuyingRole, string>>, random: () => number): string {
  const line = lists.actions[stage][Math.floor(random() * lists.actions[stage].length)] ?? "";
  const unknown: Record<BuyingRole, string> = { initiator: "提出这件事的人", designer: "定标准的人", "decision-maker": "管预算的人", user: "现场用的人" };
  return line.replace(/\{([a-z-]+)\}/g, (_, role: BuyingRole) => named[role] ?? unknown[role]);
}

async function writeDeal({ trx, today }: Story, draft: Draft): Promise<void> {
  const { ownerId, course } = draft;
  const [first, ...moves] = course.stages;
  if (!first || !isOpen(first.stage)) throw new Error(`the deal ${draft.key} has no beginning`);
  const begun = momentAt(today, first.day);
  const dealId = await insertDeal(trx, {
    accountId: draft.accountId, title: draft.title, ownerId, byId: ownerId, amountMinor: draft.amountMinor, currency: "CNY", via: "seed", now: begun,
    expectedClose: draft.close === null ? null : dayAt(today, draft.close), stage: first.stage, since: dayAt(today, first.day), external: draft.external === null ? null : { source: "crm", key: draft.external },
  });
  for (const { contactId, roles } of draft.people) await writeRoles(trx, { dealId, contactId, add: roles, remove: [], byId: ownerId, via: "seed", now: begun });
  for (const { stage, day } of moves) {
    const closing = !isOpen(stage);
    const moved = await placeMove(trx, { dealId, stage, on: dayAt(today, day), byId: ownerId, today: dayAt(today, 0), via: "seed", now: momentAt(today, day), ...(closing ? { outcome: draft.course.outcome ?? "other", reason: draft.reason ?? "" } : {}) });
    if (!moved.ok) throw new Error(`the demo's deal ${draft.key} cannot move to ${stage}: ${moved.error.code}`);
  }
  const lastDay = course.stages.at(-1)?.day ?? 0;
  if (draft.action) await writeNextAction(trx, { dealId, action: { text: draft.action.text, ownerId, due: dayAt(today, draft.action.due) }, byId: ownerId, via: "seed", now: momentAt(today, Math.max(lastDay, -3)) });
  await sendInvoices(trx, { dealId, accountId: draft.accountId, ownerId, invoices: draft.invoices, today });
}
