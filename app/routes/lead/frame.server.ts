import type { Guarded } from "~/auth/guard.server";
import { type Frame, openFrame, type TeamScope } from "~/dashboards/index.server";
import { textsOf } from "~/i18n/i18n.server";
import { notFound } from "~/platform/errors";

/** Scope, frame and texts of a dashboard's request; 404 for a team out of reach. */
export async function dashboardOf({ db, actor, url, context }: Guarded): Promise<{ scope: TeamScope; frame: Frame; texts: { t: ReturnType<typeof textsOf>; road: ReturnType<typeof textsOf>; locale: typeof context.locale } }> {
  const opened = await context.timing.measure("frame", () => openFrame(db, actor, url));
  if (!opened) throw notFound();
  return { ...opened, texts: { t: textsOf(context.locale, "dashboards"), road: textsOf(context.locale, "road"), locale: context.locale } };
}
