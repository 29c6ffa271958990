// Deals: whose they are, their dated stages with corrections, people, next action, sheets, deadlines.
import { beforeAll, describe, expect, test } from "vitest";
import { DEFAULT_LIMITS } from "~/deals";
import {
  accountsOf, addContact, addSheetToDeal, changeDeal, contactLeft, contactsOf, correctStage, createDeal, dealOfSheet, dealPage, dealRight, dealSheets, dealsOf, dealsOfTeams, dealsPage, findDeal, handOverDeal, moveStage, openDealsWithStageHistory, removeSheetFromDeal, setNextAction, setRoles, setStageLimits, sheetChoices, stageHistories, stageLimits,
} from "~/deals/index.server";
import { moveToTeam } from "~/people/index.server";
import { applyEdits, createSheet, publishSheets, readSheet, sheetRight } from "~/sheets/index.server";
import { auditOf } from "../factories/people";
import { NOW, salesWorld, type SalesWorld, TODAY } from "../factories/deals";
import { useDatabase } from "../setup/database";

const t = useDatabase();
let w: SalesWorld;
beforeAll(async () => {
  w = await salesWorld(t.db);
  await publishSheets(t.db, { root: "content", now: NOW });
});
const historyOf = async (dealId: string) => ((await stageHistories(t.db, [dealId])).get(dealId) ?? []).map(({ stage, enteredOn, leftOn }) => [stage, enteredOn, leftOn]);

describe("whose a deal is", () => {
  test("its owner works, managers above coach, executives above read, and for everybody else there is none", async () => {
    const dealId = await w.deal();
    expect(await dealRight(t.db, w.seller, dealId)).toBe("work");
    expect(await dealRight(t.db, w.manager, dealId)).toBe("coach");
    expect(await dealRight(t.db, w.executive, dealId)).toBe("read");
    for (const outsider of w.outsiders) {
      expect(await dealRight(t.db, outsider, dealId)).toBeNull();
      expect(await findDeal(t.db, outsider, dealId)).toBeUndefined();
      expect(await dealPage(t.db, outsider, dealId, TODAY)).toBeUndefined();
      expect((await dealsOf(t.db, outsider)).map(({ id }) => id)).not.toContain(dealId);
      const base = { dealId, actor: outsider, now: NOW };
      const refused = [
        await w.run((trx) => moveStage(trx, { ...base, stage: "find", on: TODAY })),
        await w.run((trx) => changeDeal(trx, { ...base, change: { title: "x" } })),
        await w.run((trx) => setNextAction(trx, { ...base, action: { text: "x", ownerId: outsider.id, due: TODAY } })),
        await w.run((trx) => addContact(trx, { ...base, contact: { name: "x" }, roles: [] })),
        await w.run((trx) => addSheetToDeal(trx, { ...base, from: { key: "pain-analysis" } })),
        await w.run((trx) => correctStage(trx, { ...base, changeId: "1", to: { on: TODAY }, reason: "x" })),
        await w.run((trx) => handOverDeal(trx, { ...base, toId: outsider.id })),
      ];
      for (const result of refused) expect(result).toEqual({ ok: false, error: { code: "not-found" } });
    }
    // Who coaches sets the next action and nothing else; who reads sets nothing.
    expect(await w.run((trx) => setNextAction(trx, { dealId, action: { text: "先问痛点", ownerId: w.seller.id, due: "2026-12-04" }, actor: w.manager, now: NOW }))).toMatchObject({ ok: true });
    expect(await w.run((trx) => moveStage(trx, { dealId, stage: "find", on: TODAY, actor: w.manager, now: NOW }))).toMatchObject({ error: { code: "not-found" } });
    expect(await w.run((trx) => setNextAction(trx, { dealId, action: null, actor: w.executive, now: NOW }))).toMatchObject({ error: { code: "not-found" } });
    expect(await findDeal(t.db, w.seller, dealId)).toMatchObject({ nextAction: { text: "先问痛点", ownerId: w.seller.id, due: "2026-12-04" }, right: "work", amountMinor: "168000000", teamId: w.teamId });
  });

  test("the team is that of the owner on the day that is asked for", async () => {
    const world = await salesWorld(t.db);
    const dealId = await world.deal();
    await world.run((trx) => moveToTeam(trx, world.people.admin, { personId: world.seller.id, teamId: world.otherTeam, now: new Date("2026-11-20T00:00:00Z") }));
    expect((await dealsOfTeams(t.db, [world.otherTeam])).map(({ id }) => id)).toContain(dealId);
    expect((await dealsOfTeams(t.db, [world.teamId])).map(({ id }) => id)).not.toContain(dealId);
    expect((await dealsOfTeams(t.db, [world.teamId], { at: new Date("2026-11-01T00:00:00Z") })).map(({ id }) => id)).toContain(dealId);
    expect(await dealRight(t.db, world.manager, dealId)).toBeNull();
    expect(await dealRight(t.db, world.otherManager, dealId)).toBe("coach");
  });

  test("a manager hands it over to somebody they lead, with its sheets; to nobody else", async () => {
    const dealId = await w.deal();
    const sheet = await w.run((trx) => addSheetToDeal(trx, { dealId, from: { key: "pain-analysis" }, actor: w.seller, now: NOW }));
    if (!sheet.ok) throw new Error(sheet.error.code);
    expect(await w.run((trx) => handOverDeal(trx, { dealId, toId: w.stranger.id, actor: w.manager, now: NOW }))).toMatchObject({ error: { code: "unknown-owner" } });
    expect(await w.run((trx) => handOverDeal(trx, { dealId, toId: w.colleague.id, actor: w.manager, now: NOW }))).toMatchObject({ ok: true });
    expect(await dealRight(t.db, w.seller, dealId)).toBeNull();
    expect(await dealRight(t.db, w.colleague, dealId)).toBe("work");
    expect(await sheetRight(t.db, w.colleague, sheet.value.sheetId)).toBe("edit");
    expect(await sheetRight(t.db, w.seller, sheet.value.sheetId)).toBe("read");
  });
});

describe("making and changing", () => {
  test("the same customer typed twice stays one; somebody else's customer cannot be chosen", async () => {
    await w.deal({ account: { name: "浦润生物" } });
    await w.deal({ account: { name: " 浦润生物 " } });
    const accounts = await accountsOf(t.db, w.seller);
    expect(accounts.filter(({ name }) => name === "浦润生物")).toHaveLength(1);
    const chosen = { title: "x", amountMinor: "1", currency: "CNY", expectedClose: null, stage: "find", now: NOW } as const;
    expect(await w.run((trx) => createDeal(trx, { ...chosen, account: { accountId: accounts[0]!.id }, actor: w.stranger }))).toMatchObject({ error: { code: "unknown-account" } });
    expect(await w.run((trx) => createDeal(trx, { ...chosen, account: { name: " " }, actor: w.seller }))).toMatchObject({ error: { code: "account-name-needed" } });
    expect(await w.run((trx) => createDeal(trx, { ...chosen, account: { name: "x" }, actor: w.executive }))).toMatchObject({ error: { code: "not-yours" } });
    expect(await w.run((trx) => createDeal(trx, { ...chosen, account: { name: "x" }, since: "2026-11-29", actor: w.seller }))).toMatchObject({ error: { code: "future" } });
    expect(await w.run((trx) => createDeal(trx, { ...chosen, account: { name: "x" }, currency: "ABC", actor: w.seller }))).toMatchObject({ error: { code: "unknown-currency" } });
  });

  test("a head that somebody changed meanwhile is not overwritten; amounts stay exact", async () => {
    const dealId = await w.deal({ amountMinor: "900719925474099355" });
    const before = await findDeal(t.db, w.seller, dealId);
    expect(before?.amountMinor).toBe("900719925474099355");
    const change = (title: string, version: number) => w.run((trx) => changeDeal(trx, { dealId, change: { title, amountMinor: "900719925474099356" }, version, actor: w.seller, now: NOW }));
    expect(await change("一期", before!.version)).toEqual({ ok: true, value: { changed: ["title", "amountMinor"] } });
    expect(await change("二期", before!.version)).toMatchObject({ error: { code: "changed-meanwhile" } });
    expect(await findDeal(t.db, w.seller, dealId)).toMatchObject({ title: "一期", amountMinor: "900719925474099356" });
  });
});

describe("stages", () => {
  test("are dated moves in order, onwards and back; the outcome needs its reason", async () => {
    const dealId = await w.deal();
    await w.move(dealId, "find", "2026-10-20");
    await w.move(dealId, "clarify", "2026-11-10");
    await w.move(dealId, "find", "2026-11-15");
    const move = (stage: "find" | "won" | "lost", on: string, outcome?: "value" | "rival") => w.run((trx) => moveStage(trx, { dealId, stage, on, actor: w.seller, now: NOW, ...(outcome ? { outcome } : {}), reason: "停线的顾虑写进了方案" }));
    expect(await move("find", TODAY)).toMatchObject({ error: { code: "same-stage" } });
    expect(await move("won", "2026-11-01", "value")).toMatchObject({ error: { code: "out-of-order", after: "2026-11-15" } });
    expect(await move("won", "2026-11-29", "value")).toMatchObject({ error: { code: "future" } });
    expect(await move("won", TODAY)).toMatchObject({ error: { code: "outcome-needed" } });
    expect(await move("won", TODAY, "rival")).toMatchObject({ error: { code: "outcome-needed" } });
    expect(await move("won", TODAY, "value")).toMatchObject({ ok: true });
    expect(await historyOf(dealId)).toEqual([["contact", "2026-09-29", "2026-10-20"], ["find", "2026-10-20", "2026-11-10"], ["clarify", "2026-11-10", "2026-11-15"], ["find", "2026-11-15", TODAY], ["won", TODAY, null]]);
    expect(await findDeal(t.db, w.seller, dealId)).toMatchObject({ stage: "won", closedOn: TODAY, stageSince: TODAY });
    await expect(t.db.updateTable("deal_stage_change").set({ entered_on: TODAY }).where("deal_id", "=", dealId).execute()).rejects.toThrow("append-only");
    await expect(t.db.deleteFrom("deal_stage_change").where("deal_id", "=", dealId).execute()).rejects.toThrow("append-only");
  });

  test("a wrong day is corrected with a reason, a move that never was is taken back, and the first wording stays readable", async () => {
    const dealId = await w.deal();
    await w.move(dealId, "find", "2026-10-20");
    await w.move(dealId, "qualify", "2026-11-10");
    const [first, second, third] = (await stageHistories(t.db, [dealId])).get(dealId)!;
    const correct = (changeId: string, to: { on: string } | { withdrawn: true }, reason = "客户其实早一周就确认了") => w.run((trx) => correctStage(trx, { dealId, changeId, to, reason, actor: w.seller, now: NOW }));
    expect(await correct(second!.changeId, { on: "2026-11-11" })).toMatchObject({ error: { code: "out-of-order" } });
    expect(await correct(second!.changeId, { on: "2026-09-01" })).toMatchObject({ error: { code: "out-of-order" } });
    expect(await correct(second!.changeId, { on: "2026-10-13" }, " ")).toMatchObject({ error: { code: "reason-needed" } });
    expect(await correct(second!.changeId, { on: "2026-10-13" })).toMatchObject({ ok: true });
    expect(await correct(second!.changeId, { on: "2026-10-14" })).toMatchObject({ ok: true });
    expect(await historyOf(dealId)).toEqual([["contact", "2026-09-29", "2026-10-14"], ["find", "2026-10-14", "2026-11-10"], ["qualify", "2026-11-10", null]]);
    expect(await correct(third!.changeId, { withdrawn: true })).toMatchObject({ ok: true });
    expect(await findDeal(t.db, w.seller, dealId)).toMatchObject({ stage: "find", stageSince: "2026-10-14" });
    expect(await correct(third!.changeId, { on: TODAY })).toMatchObject({ error: { code: "unknown-move" } });
    expect(await correct(second!.changeId, { withdrawn: true })).toMatchObject({ ok: true });
    expect(await correct(first!.changeId, { withdrawn: true })).toMatchObject({ error: { code: "only-move" } });
    expect(await correct(first!.changeId, { on: "2026-10-05" })).toMatchObject({ ok: true });
    expect(await findDeal(t.db, w.seller, dealId)).toMatchObject({ stage: "contact", stageSince: "2026-10-05", openedOn: "2026-10-05" });
    const page = await dealPage(t.db, w.seller, dealId, TODAY);
    expect(page?.timeline.filter(({ kind }) => kind === "corrected")).toHaveLength(5);
    expect(page?.timeline.find((entry) => entry.kind === "corrected" && !entry.withdrawn && entry.on === "2026-10-14")).toMatchObject({ before: "2026-10-13", reason: "客户其实早一周就确认了" });
    // A move of another deal is none of this one's.
    const other = await w.deal();
    const [foreign] = (await stageHistories(t.db, [other])).get(other)!;
    expect(await correct(foreign!.changeId, { on: "2026-10-01" })).toMatchObject({ error: { code: "unknown-move" } });
  });

  test("two moves at once follow one another: one wins, the other is told", async () => {
    const dealId = await w.deal();
    const results = await Promise.all([1, 2].map(() => w.run((trx) => moveStage(trx, { dealId, stage: "find", on: "2026-11-01", actor: w.seller, now: NOW }))));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toMatchObject({ error: { code: "same-stage" } });
    expect(await historyOf(dealId)).toHaveLength(2);
  });

  test("are late by the company's own deadlines, which the administrator sets", async () => {
    const world = await salesWorld(t.db);
    const filter = { of: "mine", state: "open", stage: null, only: null, search: "", page: 1 } as const;
    const dealId = await world.deal();
    expect(await stageLimits(t.db)).toEqual(DEFAULT_LIMITS);
    expect((await dealsPage(t.db, world.seller, filter, TODAY)).deals).toMatchObject([{ id: dealId, age: 60, limit: 45, late: true }]);
    expect(await world.run((trx) => setStageLimits(trx, world.manager, { limits: DEFAULT_LIMITS, now: NOW }))).toMatchObject({ error: { code: "not-yours" } });
    expect(await world.run((trx) => setStageLimits(trx, world.people.admin, { limits: { ...DEFAULT_LIMITS, find: 0 }, now: NOW }))).toMatchObject({ error: { code: "days", stages: ["find"] } });
    expect(await world.run((trx) => setStageLimits(trx, world.people.admin, { limits: { ...DEFAULT_LIMITS, contact: 60 }, now: NOW }))).toMatchObject({ ok: true });
    expect(await dealsPage(t.db, world.seller, filter, TODAY)).toMatchObject({ late: 0, deals: [{ limit: 60, late: false }], stages: [{ stage: "contact", count: 1, late: 0, sums: [{ minor: "168000000", currency: "CNY" }] }, {}, {}, {}, {}] });
    expect((await dealsPage(t.db, world.seller, { ...filter, only: "late" }, "2026-11-29")).deals).toHaveLength(1);
    expect((await dealsPage(t.db, world.manager, { ...filter, of: "team" }, TODAY)).deals).toMatchObject([{ id: dealId }]);
    expect((await dealsPage(t.db, world.executive, { ...filter, of: "mine" }, TODAY))).toMatchObject({ of: "team", deals: [{ id: dealId }] });
    expect((await dealsPage(t.db, world.otherManager, { ...filter, of: "team" }, TODAY)).deals).toEqual([]);
    expect((await auditOf(t.db, "deals")).at(-1)).toBe("set-deal-deadlines");
    await t.db.deleteFrom("deal_stage_limit").execute();
  });
});

describe("people of a deal", () => {
  test("play roles, several at once; who has left plays none and is offered no more", async () => {
    const dealId = await w.deal();
    const base = { dealId, actor: w.seller, now: NOW };
    const added = await w.run((trx) => addContact(trx, { ...base, contact: { name: "潘玉清", title: "厂长" }, roles: ["decision-maker"] }));
    if (!added.ok) throw new Error(added.error.code);
    const { contactId } = added.value;
    expect(await w.run((trx) => addContact(trx, { ...base, contact: { name: "潘玉清", phone: "13800000000" }, roles: ["initiator"] }))).toEqual({ ok: true, value: { contactId } });
    expect(await contactsOf(t.db, dealId)).toMatchObject([{ name: "潘玉清", title: "厂长", phone: "13800000000", roles: ["initiator", "decision-maker"] }]);
    expect((await findDeal(t.db, w.seller, dealId))?.roles.sort()).toEqual(["decision-maker", "initiator"]);
    await w.run((trx) => setRoles(trx, { ...base, contactId, roles: ["user"] }));
    expect(await contactsOf(t.db, dealId)).toMatchObject([{ roles: ["user"] }]);
    const elsewhere = await w.deal({ account: { name: "另一家" } });
    expect(await w.run((trx) => setRoles(trx, { ...base, dealId: elsewhere, contactId, roles: ["user"] }))).toMatchObject({ error: { code: "not-found" } });
    await w.run((trx) => contactLeft(trx, { ...base, contactId }));
    expect(await contactsOf(t.db, dealId)).toEqual([]);
    expect((await openDealsWithStageHistory(t.db, { ownerIds: [w.seller.id] })).find(({ id }) => id === dealId)).toMatchObject({ roles: [], history: [{ stage: "contact" }] });
  });
});

describe("sheets of a deal", () => {
  test("a class sheet is copied as it stands, says where it is from, and stays as it is; foreign sheets do not exist", async () => {
    const dealId = await w.deal();
    const made = await w.run((trx) => createSheet(trx, { key: "pain-analysis", title: "第 1 组的痛点表", cohortId: null, teamId: null, locale: "zh", members: [{ personId: w.seller.id, may: "edit" }], createdBy: w.seller.id, now: NOW }));
    if (!made.ok) throw new Error(made.error.code);
    const { sheetId } = made.value;
    await w.run((trx) => applyEdits(trx, w.seller, { sheetId, entries: [{ do: "set", address: "customer", value: "申科" }], now: NOW }));
    const choice = async () => (await sheetChoices(t.db, w.seller, dealId)).sheets.filter((sheet) => sheet.sheetId === sheetId);
    expect(await choice()).toMatchObject([{ taken: false }]);
    const added = await w.run((trx) => addSheetToDeal(trx, { dealId, from: { sheetId }, actor: w.seller, now: NOW }));
    if (!added.ok) throw new Error(added.error.code);
    const copy = await readSheet(t.db, added.value.sheetId);
    expect(copy?.content.fields.customer).toBe("申科");
    await w.run((trx) => applyEdits(trx, w.seller, { sheetId: added.value.sheetId, entries: [{ do: "set", address: "customer", value: "甬峰" }], now: NOW }));
    expect((await readSheet(t.db, sheetId))?.content.fields.customer).toBe("申科");
    expect(await dealSheets(t.db, dealId)).toMatchObject([{ sheetId: added.value.sheetId, key: "pain-analysis", from: { sheetId, version: 2, title: "第 1 组的痛点表", group: null } }]);
    expect(await choice()).toMatchObject([{ taken: true }]);
    // Who leads the team looks in and comments; outsiders see neither the sheet nor its deal.
    expect(await sheetRight(t.db, w.manager, added.value.sheetId)).toBe("comment");
    expect(await sheetRight(t.db, w.colleague, added.value.sheetId)).toBeNull();
    expect(await dealOfSheet(t.db, w.manager, added.value.sheetId)).toMatchObject({ dealId });
    expect(await dealOfSheet(t.db, w.people.admin, added.value.sheetId)).toBeUndefined();
    const foreign = await w.run((trx) => createSheet(trx, { key: "pain-analysis", title: "别人的", cohortId: null, teamId: null, locale: "zh", members: [{ personId: w.stranger.id, may: "edit" }], createdBy: w.stranger.id, now: NOW }));
    if (!foreign.ok) throw new Error(foreign.error.code);
    expect(await w.run((trx) => addSheetToDeal(trx, { dealId, from: { sheetId: foreign.value.sheetId }, actor: w.seller, now: NOW }))).toMatchObject({ error: { code: "no-such-sheet" } });
    expect(await w.run((trx) => addSheetToDeal(trx, { dealId, from: { key: "no-such" }, actor: w.seller, now: NOW }))).toMatchObject({ error: { code: "no-such-sheet" } });
    expect(await w.run((trx) => removeSheetFromDeal(trx, { dealId, sheetId: added.value.sheetId, actor: w.seller, now: NOW }))).toMatchObject({ ok: true });
    expect(await dealSheets(t.db, dealId)).toEqual([]);
    expect((await dealPage(t.db, w.seller, dealId, TODAY))?.timeline.map(({ kind }) => kind).sort()).toEqual(["created", "moved", "sheet-added", "sheet-removed"]);
  });
});
