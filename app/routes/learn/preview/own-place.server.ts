import type { Guarded } from "~/auth/guard.server";
import { uuidParam } from "~/auth/guard.server";
import { type OwnEnrolment, ownEnrolment } from "~/cohorts/index.server";
import { notFound } from "~/platform/errors";

/** What the preview's pages and endpoints demand; whose enrolment it is, `ownPlace` asks. */
export const LEARN = { permission: "learn", scope: "any" } as const;

/** The enrolment and chapter that the address names. */
export function placeParams({ params }: Pick<Guarded, "params">): { enrolmentId: string; chapterSlug: string } {
  return { enrolmentId: uuidParam(params, "enrolment"), chapterSlug: params.chapter ?? "" };
}

/** The same, when it is the actor's own; otherwise there is no such page. */
export async function ownPlace(args: Guarded): Promise<OwnEnrolment> {
  const { enrolmentId, chapterSlug } = placeParams(args);
  const place = await ownEnrolment(args.db, args.actor.id, enrolmentId, chapterSlug);
  if (place === undefined) throw notFound();
  return place;
}
