const ONE_YEAR_SECONDS = 365 * 24 * 3600;

/** The Set-Cookie value of a display setting; no secret, readable for a year. */
export function settingCookie(name: "language" | "theme", value: string, origin: string): string {
  const secure = origin.startsWith("https:") ? "; Secure" : "";
  return `${name}=${value}; Path=/; Max-Age=${ONE_YEAR_SECONDS}; SameSite=Lax; HttpOnly${secure}`;
}
