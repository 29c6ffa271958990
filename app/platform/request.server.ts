const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Whether a request that may change something comes from our own pages: browsers send Sec-Fetch-Site or Origin with
 * every POST, so a request without both is not a browser's form and is refused. (Cookies are SameSite=Lax besides.)
 */
export function isSameOrigin(method: string, headers: { origin?: string; host?: string; "sec-fetch-site"?: string }): boolean {
  if (SAFE_METHODS.has(method)) return true;
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin") return false;
  if (headers.origin === undefined) return site === "same-origin";
  try {
    return new URL(headers.origin).host === headers.host;
  } catch {
    return false;
  }
}

/** A path of our own to go on to, or `fallback`: never another site, never a scheme, never a protocol-relative address. */
export function safeRedirect(to: FormDataEntryValue | string | null | undefined, fallback: string): string {
  if (typeof to !== "string" || !to.startsWith("/") || to.startsWith("//") || /[\\\u0000-\u001f]/.test(to)) return fallback;
  const url = new URL(to, "http://self.invalid");
  // Resolving "/.//host" leaves "//host", which is another site again.
  return url.host === "self.invalid" && !url.pathname.startsWith("//") ? url.pathname + url.search + url.hash : fallback;
}

/** The page of a list that the address asks for, from 1; whatever is no such number is the first, and none is beyond counting. */
export function pageNumber(url: URL): number {
  return Math.min(100_000, Math.max(1, Math.trunc(Number(url.searchParams.get("page"))) || 1));
}
