import { redirect } from "@remix-run/node";
import { guardedAction, guardedLoader } from "~/auth/index.server";

export const loader = guardedLoader("public", async () => Promise.reject(redirect("/")));

export const action = guardedAction("public", async ({ context }) => {
  if (context.session) await context.auth.end(context.session.id);
  throw redirect("/sign-in", { status: 303, headers: { "Set-Cookie": context.auth.blankCookie() } });
});
