import { guardedLoader } from "~/auth/guard.server";
import { notFound } from "~/platform/errors";

export const loader = guardedLoader("public", async () => Promise.reject(notFound()));

export default function NotFound() {
  return null;
}
