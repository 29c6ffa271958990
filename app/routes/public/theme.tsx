import { redirect } from "@remix-run/node";
import { z } from "zod";
import { guardedAction } from "~/auth/index.server";
import { changeSettings } from "~/people/index.server";
import { parseFormData } from "~/platform/forms.server";
import { safeRedirect } from "~/platform/request.server";
import { settingCookie } from "~/platform/setting-cookie.server";

const schema = z.object({ theme: z.enum(["system", "light", "dark"]), next: z.string().optional() });

/** The theme switch: remembered with the person, and in a cookie for the pages before signing in. */
export const action = guardedAction("public", async ({ request, context, db, actor }) => {
  const parsed = parseFormData(await request.formData(), schema);
  if (!parsed.ok) throw redirect("/", 303);
  if (actor) await changeSettings(db, actor, { theme: parsed.value.theme });
  const cookie = settingCookie("theme", parsed.value.theme, context.origin);
  throw redirect(safeRedirect(parsed.value.next, "/"), { status: 303, headers: { "Set-Cookie": cookie } });
});
