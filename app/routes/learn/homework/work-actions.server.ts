import { data, redirect } from "@remix-run/node";
import { z } from "zod";
import type { Guarded } from "~/auth/guard.server";
import { inTransaction } from "~/db/index.server";
import { pick } from "~/i18n/pick";
import { notFound } from "~/platform/errors";
import { homeworkPath, type WorkAnswer } from "~/steps/homework";
import { assignmentOf, carrySheet, handIn, removeFile, saveForm, storeFile, withdrawRecording } from "~/steps/homework/index.server";
import { sheetPath } from "~/sheets";
import { ownHomework } from "./own-homework.server";

type Args = Guarded;
type Key = { enrolmentId: string; chapterSlug: string };

/** Hands in, saves, carries a sheet on, adds or takes away a file: whichever button was pressed. */
export async function actOnWork(args: Args) {
  const own = await ownHomework(args);
  const key = { enrolmentId: own.enrolmentId, chapterSlug: own.chapterSlug };
  const form = await args.request.formData();
  switch (form.get("intent")) {
    case "hand-in":
      return handInWork(args, key, form);
    case "carry":
      return carry(args, key, form);
    case "add-file":
      return addFile(args, key, form);
    case "remove-file":
      return removeOne(args, key, form);
    case "withdraw-recording":
      return withdraw(args, key, form);
    default:
      return save(args, key, form);
  }
}

/** What is typed is saved first: a page without scripts sends it along. */
async function handInWork({ db, actor, now }: Args, key: Key, form: FormData) {
  const saved = await inTransaction(db, "save homework", (trx) => saveForm(trx, actor, { ...key, form, now }));
  if (!saved.ok) return refused(saved.error);
  const handed = await inTransaction(db, "hand in homework", (trx) => handIn(trx, actor, { ...key, now }));
  return handed.ok ? back(key) : refused(handed.error);
}

async function save({ db, actor, now }: Args, key: Key, form: FormData) {
  const saved = await inTransaction(db, "save homework", (trx) => saveForm(trx, actor, { ...key, form, now }));
  return saved.ok ? back(key) : refused(saved.error);
}

async function carry({ db, actor, now, context }: Args, key: Key, form: FormData) {
  const part = String(form.get("part") ?? "");
  const asked = (await assignmentOf(db, key))?.parts.find(({ id }) => id === part);
  const title = asked === undefined ? part : `${pick(asked.title, context.locale)} · ${actor.name}`;
  const carried = await inTransaction(db, "carry sheet on", (trx) => carrySheet(trx, actor, { ...key, part, from: String(form.get("from") ?? "") || null, title, locale: context.locale, now }));
  if (!carried.ok) return refused(carried.error, part);
  throw redirect(sheetPath(carried.value.sheetId), 303);
}

async function addFile({ db, actor, now }: Args, key: Key, form: FormData) {
  const part = String(form.get("part") ?? "");
  const file = form.get("upload");
  if (!(file instanceof File) || file.size === 0) return refused({ code: "empty" }, part);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const stored = await inTransaction(db, "store homework file", (trx) => storeFile(trx, actor, { ...key, part, name: file.name, bytes, now }));
  return stored.ok ? back(key) : refused(stored.error, part);
}

async function removeOne({ db, actor, now }: Args, key: Key, form: FormData) {
  const fileId = String(form.get("file") ?? "");
  if (!/^\d{1,18}$/.test(fileId)) throw notFound();
  const removed = await inTransaction(db, "remove homework file", (trx) => removeFile(trx, actor, { ...key, fileId, now }));
  return removed.ok ? back(key) : refused(removed.error);
}

/** Consent to a recording is taken back, also when it is handed in. */
async function withdraw({ db, actor, now }: Args, key: Key, form: FormData) {
  const uploadId = z.uuid().safeParse(form.get("recording"));
  if (!uploadId.success) throw notFound();
  const withdrawn = await inTransaction(db, "withdraw homework recording", (trx) => withdrawRecording(trx, actor, { ...key, uploadId: uploadId.data, now }));
  return withdrawn.ok ? back(key) : refused(withdrawn.error);
}

function back({ enrolmentId, chapterSlug }: Key): never {
  throw redirect(homeworkPath(enrolmentId, chapterSlug), 303);
}

function refused(error: { code: string; parts?: string[]; conflicts?: WorkAnswer["conflicts"] }, part?: string) {
  if (error.code === "not-found") throw notFound();
  const { code: problem, parts, conflicts } = error;
  return data<WorkAnswer>({ problem, ...(parts ? { parts } : {}), ...(conflicts ? { conflicts } : {}), ...(part === undefined ? {} : { part }) }, { status: 409 });
}
