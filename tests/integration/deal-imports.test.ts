// Files of deals, invoices and payments: read as people write them, looked at first, taken once, repeatable without doubles.
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { dealsOf, findDeal, importPage, mapImport, receivablesOf, stageHistories, startImport, takeDealImport } from "~/deals/index.server";
import type { ImportKind } from "~/deals";
import type { Actor } from "~/people";
import { auditOf } from "../factories/people";
import { NOW, salesWorld, type SalesWorld, TODAY } from "../factories/deals";
import { useDatabase } from "../setup/database";

const t = useDatabase();
let w: SalesWorld;
beforeAll(async () => {
  w = await salesWorld(t.db);
});

const utf8 = (text: string) => new TextEncoder().encode(text);
async function start(actor: Actor, kind: ImportKind, bytes: Uint8Array, source = "crm"): Promise<string> {
  const started = await w.run((trx) => startImport(trx, actor, { kind, source, fileName: "商机.csv", bytes, now: NOW }));
  if (!started.ok) throw new Error(started.error.code);
  return started.value.importId;
}
const look = async (actor: Actor, importId: string) => (await importPage(t.db, actor, importId, TODAY))!;
const take = (actor: Actor, importId: string) => w.run((trx) => takeDealImport(trx, actor, { importId, now: NOW }));
async function bring(actor: Actor, kind: ImportKind, csv: string, source = "crm") {
  const importId = await start(actor, kind, utf8(csv), source);
  const { plan } = await look(actor, importId);
  const taken = await take(actor, importId);
  if (!taken.ok) throw new Error(taken.error.code);
  expect(taken.value).toEqual(plan?.counts);
  return { counts: taken.value, lines: plan!.lines };
}

/** 编号,客户,商机名称,金额,阶段 in GBK, with one line below: bytes as Excel in China writes them. */
const GBK = Uint8Array.from(Buffer.from("b1e0bac52cbfcdbba72cc9ccbbfac3fbb3c62cbdf0b6ee2cbdd7b6ce0d0a472d312cd4a5b7bdbbafb9a42cd5f4c6fbbcc6c1bf2c3133362e35cdf22cc3f7c8b7d0e8c7f30d0a", "hex"));

describe("a file of deals", () => {
  test("is read in UTF-8 and GBK, with Chinese amounts, dates and stages; what cannot be read says line and reason", async () => {
    const gbk = await start(w.seller, "deals", GBK);
    expect(await look(w.seller, gbk)).toMatchObject({ encoding: "gbk", header: ["编号", "客户", "商机名称", "金额", "阶段"], mapping: { key: 0, account: 1, title: 2, amount: 3, stage: 4 }, plan: { counts: { new: 1 }, lines: [{ number: 2, name: "G-1 · 豫方化工 · 蒸汽计量" }] } });
    const { lines, counts } = await bring(
      w.seller,
      "deals",
      "\uFEFF编号,客户,商机名称,金额,预计成交日,阶段,进入阶段日期\n" +
        "A-1,甬峰压铸,二期,168万,2027年2月1日,确认机会,二〇二六年十一月三日\n" +
        "A-2,嘉桓注塑,电表,\"¥320,000.50\",2027/3/1,方案报价,2026.10.9\n" +
        "A-3,昊晟,电表,壹佰陆拾捌万元整,,,\n" +
        "A-4,和盛,监测,很多,,,\n" +
        "A-5,和盛,监测,1万,4/5/2027,,\n" +
        "A-6,和盛,监测,1万,,走流程,\n" +
        "A-7,和盛,监测,1万,,报价,2027-01-01\n" +
        "A-1,和盛,又一行,1万,,,\n" +
        ",和盛,没有编号,1万,,,\n" +
        "A-8,和盛,太细,0.001,,,\n",
    );
    expect(counts).toEqual({ new: 3, changed: 0, unchanged: 0, refused: 7 });
    expect(lines.filter(({ fate }) => fate === "refused").map(({ number, refusal }) => [number, refusal?.reason, refusal?.field])).toEqual([
      [5, "amount", "amount"], [6, "date", "expectedClose"], [7, "stage", "stage"], [8, "stage-future", "stageOn"], [9, "twice-in-file", "key"], [10, "missing", "key"], [11, "amount", "amount"],
    ]);
    const byKey = new Map((await dealsOf(t.db, w.seller)).map((deal) => [deal.externalKey, deal]));
    expect(byKey.get("A-1")).toMatchObject({ amountMinor: "168000000", stage: "qualify", stageSince: "2026-11-03", expectedClose: "2027-02-01", accountName: "甬峰压铸" });
    expect(byKey.get("A-2")).toMatchObject({ amountMinor: "32000050", stage: "proposal", stageSince: "2026-10-09" });
    expect(byKey.get("A-3")).toMatchObject({ amountMinor: "168000000", stage: "contact", stageSince: TODAY });
  });

  test("again changes nothing; with changes it changes those; a moved stage becomes a dated move", async () => {
    const file = (amount: string, stage: string, on: string) => `key,customer,deal,amount,stage,stage since\nR-1,浦润,冷站,${amount},${stage},${on}\nR-2,浦润,空压站,5万,find,2026-11-01\n`;
    expect((await bring(w.seller, "deals", file("100000", "find", "2026-10-01"))).counts).toEqual({ new: 2, changed: 0, unchanged: 0, refused: 0 });
    expect((await bring(w.seller, "deals", file("100000", "find", "2026-10-01"))).counts).toEqual({ new: 0, changed: 0, unchanged: 2, refused: 0 });
    const changed = await bring(w.seller, "deals", file("120000", "qualify", "2026-11-05"));
    expect(changed.lines[0]).toMatchObject({ fate: "changed", changes: ["amount", "stage"] });
    expect((await bring(w.seller, "deals", file("120000", "qualify", "2026-11-02"))).lines[0]).toMatchObject({ fate: "changed", changes: ["stageOn"] });
    expect((await bring(w.seller, "deals", file("120000", "find", "2026-09-01"))).lines[0]).toMatchObject({ fate: "refused", refusal: { reason: "stage-order" } });
    const deal = (await dealsOf(t.db, w.seller)).find(({ externalKey }) => externalKey === "R-1")!;
    expect((await stageHistories(t.db, [deal.id])).get(deal.id)).toMatchObject([{ stage: "find", enteredOn: "2026-10-01", leftOn: "2026-11-02" }, { stage: "qualify", enteredOn: "2026-11-02", leftOn: null, corrected: true }]);
    expect((await dealsOf(t.db, w.seller)).filter(({ externalKey }) => externalKey === "R-1")).toHaveLength(1);
    const other = await bring(w.seller, "deals", "key,customer,deal,amount\nR-1,别家,冷站,1\n");
    expect(other.lines[0]).toMatchObject({ refusal: { reason: "other-account" } });
    // Of another source it is another deal.
    expect((await bring(w.seller, "deals", "key,customer,deal,amount\nR-1,别家,冷站,1\n", "excel")).counts.new).toBe(1);
  });

  test("names owners by e-mail: oneself and those one leads; of everybody else it says nothing", async () => {
    const line = (key: string, email: string) => `key,customer,deal,amount,owner\n${key},客户${key},x,1,${email}\n`;
    expect((await bring(w.manager, "deals", line("O-1", w.seller.email.toUpperCase()))).counts.new).toBe(1);
    expect((await dealsOf(t.db, w.seller)).find(({ externalKey }) => externalKey === "O-1")).toMatchObject({ ownerId: w.seller.id });
    for (const email of [w.stranger.email, "nobody@hengneng.test", w.colleague.email]) expect((await bring(w.seller, "deals", line(`O-2${email}`, email))).lines[0]).toMatchObject({ refusal: { reason: "unknown-owner" } });
    // The key of somebody else's deal.
    for (const actor of [w.stranger, w.colleague]) expect((await bring(actor, "deals", line("O-1", ""))).lines[0]).toMatchObject({ refusal: { reason: "not-yours" } });
    // Handed over by the manager's file.
    expect((await bring(w.manager, "deals", `key,customer,deal,amount,owner\nO-1,客户O-1,x,1,${w.colleague.email}\n`)).lines[0]).toMatchObject({ fate: "changed", changes: ["owner"] });
    expect((await dealsOf(t.db, w.colleague)).map(({ externalKey }) => externalKey)).toContain("O-1");
  });

  test("remembers its columns, is taken once, and belongs to whoever brought it", async () => {
    const csv = utf8("甲,乙,丙,丁\nM-1,申科,二期,9万\n");
    const first = await start(w.seller, "deals", csv);
    expect(await look(w.seller, first)).toMatchObject({ mapping: {}, missing: ["key", "account", "title", "amount"], plan: null });
    expect(await take(w.seller, first)).toMatchObject({ error: { code: "columns" } });
    expect(await importPage(t.db, w.colleague, first, TODAY)).toBeUndefined();
    const mapping = { key: 0, account: 1, title: 2, amount: 3, stage: 99, nonsense: 1 };
    expect(await w.run((trx) => mapImport(trx, w.colleague, { importId: first, mapping }))).toMatchObject({ error: { code: "not-found" } });
    expect(await take(w.colleague, first)).toMatchObject({ error: { code: "not-found" } });
    await w.run((trx) => mapImport(trx, w.seller, { importId: first, mapping }));
    expect(await look(w.seller, first)).toMatchObject({ mapping: { key: 0, account: 1, title: 2, amount: 3 }, plan: { counts: { new: 1 } } });
    const both = await Promise.all([take(w.seller, first), take(w.seller, first)]);
    expect(both.map((result) => (result.ok ? "taken" : result.error.code))).toEqual(expect.arrayContaining(["taken"]));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await look(w.seller, first)).toMatchObject({ counts: { new: 1 }, plan: null });
    expect((await dealsOf(t.db, w.seller)).filter(({ externalKey }) => externalKey === "M-1")).toHaveLength(1);
    expect(await look(w.seller, await start(w.seller, "deals", csv))).toMatchObject({ mapping: { key: 0, account: 1, title: 2, amount: 3 }, plan: { counts: { unchanged: 1 } } });
    expect(await auditOf(t.db, first)).toEqual(["import-deals"]);
  });

  test.each([
    ["binary", Uint8Array.from([1, 0, 2, 0, 255])],
    ["a broken workbook", Uint8Array.from([0x50, 0x4b, 3, 4, 1, 2, 3])],
    ["nothing below the heading", utf8("key,customer\n")],
    ["nothing", utf8("")],
    ["too many lines", utf8(`key,customer\n${"a,b\n".repeat(5001)}`)],
  ])("that is %s is refused with a reason", async (_, bytes) => {
    const started = await w.run((trx) => startImport(trx, w.seller, { kind: "deals", source: "crm", fileName: "x", bytes, now: NOW }));
    expect(started.ok).toBe(false);
  });
});

describe("files of invoices and payments", () => {
  test("fill the ledger once; a payment never takes more than is open, and the same file again books nothing", async () => {
    const id = randomUUID().slice(0, 6);
    const invoices = `发票号,客户,金额,开票日期,到货日期,到期日\nF-${id},嘉桓${id},"96,000.50",2026-08-01,2026年8月5日,2026-10-13\nF-${id}b,嘉桓${id},1万,2026-11-01,,2026-10-01\n`;
    const first = await bring(w.seller, "invoices", invoices);
    expect(first.counts).toEqual({ new: 1, changed: 0, unchanged: 0, refused: 1 });
    expect(first.lines[0]).toMatchObject({ refusal: { reason: "due-before-issue" } });
    expect((await bring(w.seller, "invoices", invoices)).counts).toEqual({ new: 0, changed: 0, unchanged: 1, refused: 1 });
    const payments = `发票号,金额,收款日期,备注\nF-${id},40000,2026-10-20,第一笔\nF-${id},40000,2026-10-20,第一笔\nF-${id},20000,2026-11-01,\nF-${id},0.5,2026-11-02,\nF-无,1,2026-11-02,\n`;
    const booked = await bring(w.seller, "payments", payments);
    expect(booked.counts).toEqual({ new: 3, changed: 0, unchanged: 0, refused: 2 });
    expect(booked.lines.filter(({ fate }) => fate === "refused").map(({ refusal }) => refusal?.reason)).toEqual(["more-than-open", "unknown-invoice"]);
    const [invoice] = (await receivablesOf(t.db, { ownerIds: [w.seller.id], at: TODAY })).filter(({ number }) => number === `F-${id}`);
    expect(invoice).toMatchObject({ amountMinor: "9600050", paidMinor: "8000050", openMinor: "1600000", overdue: 46, bucket: "31-60", letterDue: { letter: "notice" } });
    expect((await bring(w.seller, "payments", payments)).counts).toEqual({ new: 0, changed: 0, unchanged: 3, refused: 2 });
    // An amount below what was paid already cannot be.
    expect((await bring(w.seller, "invoices", invoices.replace("96,000.50", "70,000"))).lines[0]).toMatchObject({ refusal: { reason: "more-than-open" } });
    expect((await bring(w.stranger, "payments", payments)).counts).toEqual({ new: 0, changed: 0, unchanged: 0, refused: 5 });
    const deal = await w.deal({ account: { name: `嘉桓${id}` } });
    expect(await findDeal(t.db, w.seller, deal)).toBeDefined();
  });
});
