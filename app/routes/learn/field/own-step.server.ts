import { type Guarded, uuidParam } from "~/auth/guard.server";
import { ownEnrolment, type OwnEnrolment } from "~/cohorts/index.server";
import { notFound } from "~/platform/errors";

/** The enrolment and chapter in the address, if they are the actor's own; otherwise there is no such page. */
export async function ownStep({ db, params, actor }: Pick<Guarded, "db" | "params" | "actor">): Promise<OwnEnrolment> {
  const own = await ownEnrolment(db, actor.id, uuidParam(params, "enrolment"), params.chapter ?? "");
  if (!own) throw notFound();
  return own;
}
