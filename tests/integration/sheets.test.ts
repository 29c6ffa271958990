import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { addComment, applyEdits, contributions, createSheet, exportSheet, lockSheet, planImport, readSheet, resolveComment, restoreSheet, seeMentions, setSheetMembers, sheetComments, sheetHistory, sheetRight, sheetSummaries, takeImport, unlockSheet, waitingMentions } from "~/sheets/index.server";
import { addRow, put, sheetWorld } from "../factories/sheets";
import { useDatabase } from "../setup/database";

const t = useDatabase();

describe("making and writing", () => {
  test("a new sheet is empty, has its fixed rows, and knows what is missing", async () => {
    const world = await sheetWorld(t.db);
    const read = await readSheet(t.db, world.sheetId);
    expect(read).toMatchObject({ sheet: { key: "sample-sheet", version: 1, lockedAt: null, timeZone: "Asia/Shanghai" }, content: { fields: {}, tables: { people: [], goals: [] } } });
    expect(read!.content.tables.parts!.map(({ id }) => id)).toEqual(["first", "second"]);
    expect((await sheetSummaries(t.db, [world.sheetId, randomUUID()])).get(world.sheetId)).toMatchObject({ version: 1, complete: false });
  });

  test("there is no sheet of a kind that does not exist", async () => {
    const world = await sheetWorld(t.db);
    const made = await world.act((trx) => createSheet(trx, { key: "no-such-kind", title: "x", cohortId: null, teamId: null, locale: "zh", members: [], createdBy: null, now: world.now }));
    expect(made).toEqual({ ok: false, error: { code: "unknown-kind" } });
  });

  test("edits are kept with their author, cell by cell; what changes nothing is no version", async () => {
    const world = await sheetWorld(t.db);
    expect(await world.edit(0, put("customer", "申科"), addRow("people", "r1"), put("people/r1/name", "梁超"), put("people/r1/roles", ["user"]))).toBe(2);
    expect(await world.edit(1, put("customer", "申科食品"), put("people/r1/name", "梁超"))).toBe(3);
    expect(await world.edit(1, put("customer", "申科食品"))).toBe(3);
    const content = await world.content();
    expect(content.fields).toEqual({ customer: "申科食品" });
    expect(content.tables.people).toMatchObject([{ id: "r1", cells: { name: "梁超", roles: ["user"] } }]);
    const changes = await t.db.selectFrom("sheet_change").select(["version", "address", "before", "after", "author_id"]).where("sheet_id", "=", world.sheetId).where("address", "=", "customer").orderBy("id").execute();
    expect(changes).toEqual([
      { version: 2, address: "customer", before: null, after: "申科", author_id: world.actors[0]!.id },
      { version: 3, address: "customer", before: "申科", after: "申科食品", author_id: world.actors[1]!.id },
    ]);
  });

  test("a form that was opened earlier overwrites nobody: texts are merged, other cells are answered as conflicts", async () => {
    const world = await sheetWorld(t.db);
    const base = await world.edit(0, put("customer", "申科食品"), put("budget", "100"), put("story", "原来"));
    await world.edit(1, put("customer", "申科食品(上海)"), put("budget", "200"));
    const saved = await world.act((trx) =>
      applyEdits(trx, world.actors[2]!, { sheetId: world.sheetId, baseVersion: base, now: world.now, entries: [put("customer", "客户:申科食品"), put("budget", "300"), put("story", "原来")] }),
    );
    expect(saved).toMatchObject({ ok: true, value: { conflicts: [{ address: "budget", mine: "300", theirs: "200" }] } });
    expect((await world.content()).fields).toEqual({ customer: "客户:申科食品(上海)", budget: "200", story: "原来" });
  });

  test("any version can be read again", async () => {
    const world = await sheetWorld(t.db);
    const versions = [
      await world.edit(0, addRow("people", "r1"), put("people/r1/name", "梁"), addRow("people", "r2")),
      await world.edit(1, put("people/r1/name", "梁超"), { do: "move-row", table: "people", row: "r2", after: null }),
      await world.edit(1, { do: "remove-row", table: "people", row: "r1" }),
    ];
    const then = await Promise.all(versions.map(async (version) => (await readSheet(t.db, world.sheetId, { version }))!.content.tables.people!.map(({ id, cells }) => [id, cells.name])));
    expect(then).toEqual([[["r1", "梁"], ["r2", undefined]], [["r2", undefined], ["r1", "梁超"]], [["r2", undefined]]]);
    expect(await readSheet(t.db, world.sheetId, { version: 99 })).toBeUndefined();
  });

  test("a copy says where it comes from and stays as it was when the original goes on", async () => {
    const world = await sheetWorld(t.db);
    const version = await world.edit(0, put("customer", "申科"), addRow("people", "r1"), put("people/r1/name", "梁超"));
    await world.edit(0, put("customer", "别的客户"));
    const copy = await world.make({ copyFrom: { sheetId: world.sheetId, version } });
    const read = await readSheet(t.db, copy);
    expect(read!.sheet.copiedFrom).toEqual({ sheetId: world.sheetId, version });
    expect(read!.content).toMatchObject({ fields: { customer: "申科" }, tables: { people: [{ id: "r1", cells: { name: "梁超" } }] } });
    const how = await t.db.selectFrom("sheet_change").select(["how", "author_id"]).distinct().where("sheet_id", "=", copy).execute();
    expect(how).toEqual([{ how: "copy", author_id: null }]);
    expect(await contributions(t.db, copy)).toMatchObject([{ filled: 0 }, { filled: 0 }, { filled: 0 }]);
  });
});

describe("who may do what", () => {
  test("members by their right, who teaches comments, who looks after the cohort reads, others see nothing", async () => {
    const world = await sheetWorld(t.db);
    const { people, instructor } = world.cohort;
    const [editor, commenter, reader] = world.actors as [typeof instructor, typeof instructor, typeof instructor];
    await world.act((trx) => setSheetMembers(trx, { sheetId: world.sheetId, now: world.now, members: [{ personId: editor.id, may: "edit" }, { personId: commenter.id, may: "comment" }, { personId: reader.id, may: "read" }] }));
    const stranger = await people.actor("learner");
    const otherTeacher = (await sheetWorld(t.db)).cohort.instructor;
    const manager = await people.actor("manager", { kind: "team", teamId: people.companyId });
    const rights = await Promise.all([editor, commenter, reader, instructor, people.admin, stranger, otherTeacher, manager].map((actor) => sheetRight(t.db, actor, world.sheetId)));
    expect(rights).toEqual(["edit", "comment", "read", "comment", "read", null, null, null]);
    const ofTeam = await world.make({ teamId: people.companyId, members: [] });
    expect(await sheetRight(t.db, manager, ofTeam)).toBe("comment");
    expect(await sheetRight(t.db, manager, randomUUID())).toBeNull();
    for (const [actor, code] of [[commenter, "forbidden"], [instructor, "forbidden"], [stranger, "not-found"]] as const) {
      expect(await world.act((trx) => applyEdits(trx, actor, { sheetId: world.sheetId, entries: [put("customer", "x")], now: world.now }))).toEqual({ ok: false, error: { code } });
    }
  });

  test("membership is dated: who leaves may not any more, and what they did stays", async () => {
    const world = await sheetWorld(t.db);
    await world.edit(0, put("customer", "申科"));
    const later = new Date(world.now.getTime() + 60_000);
    await world.act((trx) => setSheetMembers(trx, { sheetId: world.sheetId, now: later, members: [{ personId: world.actors[1]!.id, may: "edit" }] }));
    expect(await sheetRight(t.db, world.actors[0]!, world.sheetId)).toBeNull();
    expect(await sheetRight(t.db, world.actors[1]!, world.sheetId)).toBe("edit");
    const rows = await t.db.selectFrom("sheet_member").select(["person_id", "valid_to"]).where("sheet_id", "=", world.sheetId).execute();
    expect(rows).toHaveLength(3);
    expect((await contributions(t.db, world.sheetId)).find(({ personId }) => personId === world.actors[0]!.id)).toMatchObject({ filled: 1 });
  });
});

describe("locking", () => {
  test("a locked sheet keeps what it said and refuses what comes late; unlocked, it goes on", async () => {
    const world = await sheetWorld(t.db);
    await world.edit(0, put("customer", "申科"));
    const locked = await world.act((trx) => lockSheet(trx, { sheetId: world.sheetId, by: world.actors[0]!.id, now: world.now }));
    expect(locked).toMatchObject({ version: 2, content: { fields: { customer: "申科" } } });
    const late = await world.act((trx) => applyEdits(trx, world.actors[0]!, { sheetId: world.sheetId, entries: [put("customer", "x")], now: world.now }));
    expect(late).toEqual({ ok: false, error: { code: "locked" } });
    expect(await t.db.selectFrom("sheet_snapshot").select("version").where("sheet_id", "=", world.sheetId).execute()).toEqual([{ version: 2 }]);
    await world.act((trx) => unlockSheet(trx, { sheetId: world.sheetId, now: world.now }));
    expect(await world.edit(0, put("customer", "申科食品"))).toBe(3);
    expect((await readSheet(t.db, world.sheetId, { version: 2 }))!.content.fields).toEqual({ customer: "申科" });
  });
});

describe("history", () => {
  test("page by page, of a sheet, a row or a cell, with authors", async () => {
    const world = await sheetWorld(t.db);
    await world.edit(0, put("customer", "申科"), addRow("people", "r1"), put("people/r1/name", "梁"));
    await world.edit(1, put("people/r1/name", "梁超"), put("budget", "3"));
    const first = await sheetHistory(t.db, world.sheetId, { limit: 3 });
    const second = await sheetHistory(t.db, world.sheetId, { limit: 3, before: first.next! });
    expect([first.entries.length, second.entries.length, second.next]).toEqual([3, 2, null]);
    expect(new Set([...first.entries, ...second.entries].map(({ address }) => address))).toEqual(new Set(["customer", "people/r1", "people/r1/name", "budget"]));
    const cell = await sheetHistory(t.db, world.sheetId, { address: "people/r1/name" });
    expect(cell.entries).toMatchObject([
      { version: 3, before: "梁", after: "梁超", author: { id: world.actors[1]!.id, name: world.actors[1]!.name }, how: "edit" },
      { version: 2, before: null, after: "梁", author: { id: world.actors[0]!.id } },
    ]);
    expect((await sheetHistory(t.db, world.sheetId, { address: "people/r1" })).entries).toHaveLength(3);
    expect((await sheetHistory(t.db, world.sheetId, { before: "'; drop table sheet; --" })).entries).toHaveLength(5);
  });

  test("an earlier version comes back as a change of its own, and nothing is lost by it", async () => {
    const world = await sheetWorld(t.db);
    const version = await world.edit(0, put("customer", "申科"), put("story", "旧"), addRow("people", "r1"), put("people/r1/name", "梁超"), addRow("people", "r2"));
    const last = await world.edit(1, put("customer", null), put("budget", "9"), { do: "remove-row", table: "people", row: "r1" }, addRow("people", "r3", null), put("people/r3/name", "新"));
    const before = (await readSheet(t.db, world.sheetId))!.content;
    const restored = await world.act((trx) => restoreSheet(trx, world.actors[2]!, { sheetId: world.sheetId, version, now: world.now }));
    expect(restored).toEqual({ ok: true, value: { version: last + 1 } });
    expect(await world.content()).toEqual((await readSheet(t.db, world.sheetId, { version }))!.content);
    expect((await readSheet(t.db, world.sheetId, { version: last }))!.content).toEqual(before);
    expect((await sheetHistory(t.db, world.sheetId, { address: "people/r3" })).entries[0]).toMatchObject({ how: "restore", after: null, author: { id: world.actors[2]!.id } });
    const back = await world.act((trx) => restoreSheet(trx, world.actors[2]!, { sheetId: world.sheetId, version: last, now: world.now }));
    expect(back).toEqual({ ok: true, value: { version: last + 2 } });
    expect(await world.content()).toEqual(before);
    expect(await world.act((trx) => restoreSheet(trx, world.actors[2]!, { sheetId: world.sheetId, version: last, now: world.now }))).toEqual(back);
    for (const [actor, wanted, code] of [[world.cohort.instructor, version, "forbidden"], [world.actors[0]!, 99, "unknown-version"]] as const) {
      expect(await world.act((trx) => restoreSheet(trx, actor, { sheetId: world.sheetId, version: wanted, now: world.now }))).toEqual({ ok: false, error: { code } });
    }
  });
});

describe("to Excel and back", () => {
  const texts = { field: "项目", value: "内容", unit: "单位" };
  const exported = async (world: Awaited<ReturnType<typeof sheetWorld>>, actor = world.actors[0]!) => (await exportSheet(t.db, actor, { sheetId: world.sheetId, textsIn: () => texts, now: world.now }))?.file;
  const plan = (world: Awaited<ReturnType<typeof sheetWorld>>, file: Uint8Array, actor = world.actors[0]!, sheetId = world.sheetId) => planImport(t.db, actor, { sheetId, file });

  test("nothing changes by a workbook that nobody touched, however the sheet went on", async () => {
    const world = await sheetWorld(t.db);
    await world.edit(0, put("customer", "申科"), put("budget", "1250.50"), addRow("people", "r1"), put("people/r1/name", "梁超"), put("people/r1/roles", ["user", "decider"]), put("people/r1/met", true));
    const file = (await exported(world))!;
    expect(await plan(world, file)).toMatchObject({ ok: true, value: { version: 2, madeAt: 2, changes: [], refused: [], edits: [] } });
    await world.edit(1, put("customer", "申科食品"), { do: "remove-row", table: "people", row: "r1" }, addRow("people", "r2"));
    expect(await plan(world, file)).toMatchObject({ ok: true, value: { version: 3, madeAt: 2, changes: [], refused: [], edits: [] } });
  });

  test("what was shown is taken over under the name of who did it, and nothing that was changed since it was shown", async () => {
    const world = await sheetWorld(t.db);
    await world.edit(0, put("customer", "申科"), put("budget", "1"));
    const edits = JSON.stringify([put("customer", "申科食品"), put("budget", "2"), { ...addRow("people", "n1"), after: null }, put("people/n1/name", "新人")]);
    await world.edit(1, put("budget", "9"));
    const taken = await world.act((trx) => takeImport(trx, world.actors[2]!, { sheetId: world.sheetId, version: 2, edits, now: world.now }));
    expect(taken).toMatchObject({ ok: true, value: { version: 4, conflicts: [{ address: "budget", mine: "2", theirs: "9" }] } });
    expect(await world.content()).toMatchObject({ fields: { customer: "申科食品", budget: "9" }, tables: { people: [{ cells: { name: "新人" } }] } });
    expect((await sheetHistory(t.db, world.sheetId, { address: "customer" })).entries[0]).toMatchObject({ how: "import", author: { id: world.actors[2]!.id } });
    for (const nonsense of ["", "{}", '[{"do":"set"}]', '[{"do":"set","address":"customer","value":{"sheetId":"x"}}]']) {
      expect(await world.act((trx) => takeImport(trx, world.actors[2]!, { sheetId: world.sheetId, version: 4, edits: nonsense, now: world.now }))).toEqual({ ok: false, error: { code: "not-a-plan" } });
    }
  });

  test("only for whom it is: no file for strangers, no import by readers, into other sheets, or after it was handed in", async () => {
    const world = await sheetWorld(t.db);
    const stranger = await world.cohort.people.actor("learner");
    expect(await exported(world, stranger)).toBeUndefined();
    const file = (await exported(world, world.cohort.instructor))!;
    const other = await world.make();
    expect(await plan(world, file, stranger)).toEqual({ ok: false, error: { code: "not-found" } });
    expect(await plan(world, file, world.cohort.instructor)).toEqual({ ok: false, error: { code: "forbidden" } });
    expect(await plan(world, file, world.actors[0]!, other)).toEqual({ ok: false, error: { code: "other-sheet" } });
    expect(await plan(world, Buffer.from("customer,budget"))).toEqual({ ok: false, error: { code: "not-a-workbook" } });
    await world.act((trx) => lockSheet(trx, { sheetId: world.sheetId, by: null, now: world.now }));
    expect(await plan(world, file)).toEqual({ ok: false, error: { code: "locked" } });
  });
});

describe("contributions", () => {
  test("cells that are kept, cells made better, questions settled", async () => {
    const world = await sheetWorld(t.db);
    const [one, two, three] = world.actors;
    await world.edit(0, put("customer", "申科"), put("budget", "1"), put("story", "会被清空"), addRow("people", "r1"), put("people/r1/name", "梁超"));
    await world.edit(1, put("customer", "申科食品"), put("story", null), put("budget", "2"));
    const added = await world.act((trx) => addComment(trx, one!, { sheetId: world.sheetId, address: "customer", body: "全名?", mentions: [], now: world.now }));
    if (!added.ok) throw new Error(added.error.code);
    await world.act((trx) => resolveComment(trx, three!, { commentId: added.value.commentId, resolved: true, now: world.now }));
    const by = new Map((await contributions(t.db, world.sheetId)).map((entry) => [entry.personId, entry]));
    expect(by.get(one!.id)).toMatchObject({ filled: 3, improved: 0, resolved: 0 });
    expect(by.get(two!.id)).toMatchObject({ filled: 0, improved: 2, resolved: 0 });
    expect(by.get(three!.id)).toMatchObject({ filled: 0, improved: 0, resolved: 1 });
  });
});

describe("comments", () => {
  test("threads on cells, rows and the sheet; asked by name until seen; settled and taken up again", async () => {
    const world = await sheetWorld(t.db);
    const [one, two] = world.actors as [(typeof world.actors)[0], (typeof world.actors)[0]];
    const teacher = world.cohort.instructor;
    await world.edit(0, addRow("people", "r1"));
    const stranger = await world.cohort.people.person();
    const say = (actor: typeof one, address: string, more: { replyTo?: string; mentions?: string[]; body?: string } = {}) =>
      world.act((trx) => addComment(trx, actor, { sheetId: world.sheetId, address, body: more.body ?? "谁来补?", mentions: more.mentions ?? [], now: world.now, ...(more.replyTo ? { replyTo: more.replyTo } : {}) }));
    const head = await say(teacher, "people/r1/name", { mentions: [two.id, stranger.id, teacher.id] });
    expect(head).toMatchObject({ ok: true, value: { mentioned: [two.id] } });
    if (!head.ok) throw new Error();
    const { commentId } = head.value;
    expect(await say(two, "", { replyTo: commentId, mentions: [teacher.id] })).toMatchObject({ ok: true, value: { mentioned: [teacher.id] } });
    expect(await say(one, "people/r1")).toMatchObject({ ok: true });
    for (const address of ["people/none/name", "people/r1/none", "none", "people", "a/b/c/d"]) expect(await say(one, address)).toEqual({ ok: false, error: { code: "unknown-place" } });
    expect(await say(one, "", { body: "   " })).toEqual({ ok: false, error: { code: "empty" } });
    expect(await say(await world.cohort.people.actor("learner"), "")).toEqual({ ok: false, error: { code: "not-found" } });
    expect(await waitingMentions(t.db, two.id)).toMatchObject([{ commentId, address: "people/r1/name", sheetTitle: "申科食品" }]);
    expect(await waitingMentions(t.db, teacher.id)).toHaveLength(1);
    await world.act((trx) => seeMentions(trx, two, { sheetId: world.sheetId, now: world.now }));
    expect(await waitingMentions(t.db, two.id)).toEqual([]);
    await world.act((trx) => resolveComment(trx, one, { commentId, resolved: true, now: world.now }));
    const thread = async () => (await sheetComments(t.db, world.sheetId)).find(({ id }) => id === commentId);
    expect(await thread()).toMatchObject({ address: "people/r1/name", author: { id: teacher.id }, mentions: [{ id: two.id }], resolved: { by: { id: one.id } }, replies: [{ author: { id: two.id } }] });
    await world.act((trx) => resolveComment(trx, one, { commentId, resolved: false, now: world.now }));
    expect((await thread())!.resolved).toBeNull();
    const reader = world.cohort.people.admin;
    expect(await world.act((trx) => resolveComment(trx, reader, { commentId, resolved: true, now: world.now }))).toEqual({ ok: false, error: { code: "forbidden" } });
  });
});
