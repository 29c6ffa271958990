import { redirect } from "@remix-run/node";
import { guardedLoader } from "~/auth/guard.server";
import { homePath } from "~/people";

export const loader = guardedLoader("signed-in", async ({ actor }) => Promise.reject(redirect(homePath(actor))));

export default function Home() {
  return null;
}
