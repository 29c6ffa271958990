import { randomUUID } from "node:crypto";

const NAME = "device";
const ONE_YEAR_SECONDS = 365 * 24 * 3600;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The browser's own id, and the Set-Cookie value that gives it one when it had none. It says nothing about the person. */
export function deviceOf(request: Request, origin: string): { deviceId: string; setCookie: string | null } {
  const pairs = (request.headers.get("Cookie") ?? "").split(";").map((pair) => pair.trim().split("=", 2));
  const known = pairs.find(([name]) => name === NAME)?.[1] ?? "";
  if (UUID.test(known)) return { deviceId: known, setCookie: null };
  const deviceId = randomUUID();
  const secure = origin.startsWith("https:") ? "; Secure" : "";
  return { deviceId, setCookie: `${NAME}=${deviceId}; Path=/learn; Max-Age=${ONE_YEAR_SECONDS}; SameSite=Lax; HttpOnly${secure}` };
}
