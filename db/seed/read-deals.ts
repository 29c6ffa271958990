import { readFile } from "node:fs/promises";
import { parse } from "yaml";
import { z } from "zod";
import { BUYING_ROLES, OPEN_STAGES, STAGES, WON_FOR } from "~/deals";

const days = z.record(z.string().regex(/^-?\d+$/), z.string().regex(/^\d+\.\d{2}$/));
const lines = z.array(z.string().min(1)).min(1);
const amount = z.string().regex(/^\d+\.\d{2}$/);
const invoice = z.object({
  number: z.string(),
  amount,
  cost: amount,
  issued: z.number().int(),
  delivered: z.number().int().optional(),
  due: z.number().int(),
  /** By day. */
  paid: days,
  "written-off": days.default({}),
  letters: z.partialRecord(z.enum(["arrival", "reminder", "notice"]), z.number().int()),
});
const told = z.object({
  by: z.string(),
  account: z.string(),
  title: z.string(),
  amount,
  stages: z.partialRecord(z.enum(STAGES), z.number().int()),
  outcome: z.enum(WON_FOR).optional(),
  reason: z.string().optional(),
  people: z.partialRecord(z.enum(BUYING_ROLES), z.string()),
  /** Titles of people whom content/demo/accounts.yaml does not have. */
  contacts: z.record(z.string(), z.string()).default({}),
  action: z.object({ text: z.string(), due: z.number().int() }).optional(),
  close: z.number().int().optional(),
  key: z.string().optional(),
  invoices: z.array(invoice).default([]),
});
const schema = z.object({
  places: z.record(z.string(), lines),
  trades: z.array(z.object({ suffix: z.string(), industry: z.string(), topics: lines })),
  surnames: z.string(),
  given: lines,
  titles: z.record(z.enum(BUYING_ROLES), lines),
  actions: z.record(z.enum(OPEN_STAGES), lines),
  won: lines,
  lost: lines,
  told: z.array(told),
});

export type DemoDeals = z.infer<typeof schema>;
export type ToldDeal = z.infer<typeof told>;

const accounts = z.array(z.object({ id: z.string(), name: z.object({ zh: z.string() }), industry: z.object({ zh: z.string() }), city: z.object({ zh: z.string() }), team: z.string(), contacts: z.array(z.object({ name: z.object({ zh: z.string() }), title: z.object({ zh: z.string() }) })) }));
export type DemoAccount = z.infer<typeof accounts>[number];

/** What the demo's deals are drawn from, and its large customers. @throws ZodError when a file is wrong. */
export async function readDeals(): Promise<DemoDeals & { accounts: DemoAccount[] }> {
  const [own, customers] = await Promise.all([readFile("content/demo/deals.yaml", "utf8"), readFile("content/demo/accounts.yaml", "utf8")]);
  return { ...schema.parse(parse(own)), accounts: accounts.parse(parse(customers)) };
}
