import type { UploadStatus } from "~/platform/uploads";

/** Announces a file or a recording to the server; a code says why it takes none. */
export async function beginUploadAt(path: string, plan: { part: string; name: string } & ({ bytes: number } | { agreed: true })): Promise<UploadStatus | { code: string }> {
  const response = await fetch(path, { method: "POST", headers: { "content-type": "application/json", accept: "application/json" }, body: JSON.stringify(plan), credentials: "same-origin", redirect: "manual" }).catch(() => null);
  if (response === null) return { code: "offline" };
  if (response.status === 401 || response.type === "opaqueredirect") return { code: "signed-out" };
  return (await response.json().catch(() => ({ code: "refused" }))) as UploadStatus | { code: string };
}
