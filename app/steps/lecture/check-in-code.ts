/** The code on the wall: six digits that change every 20 seconds, from the session's secret. Server only. */
import { createHmac, timingSafeEqual } from "node:crypto";

export const CODE_SECONDS = 20;
const DIGITS = 6;

/** A code with the moment at which the next one takes its place. */
export interface CheckInCode {
  code: string;
  validUntil: Date;
}

/** The code to show at `now`. */
export function currentCode(secret: string, now: Date): CheckInCode {
  const window = windowOf(now);
  return { code: codeOf(secret, window), validUntil: new Date((window + 1) * CODE_SECONDS * 1000) };
}

/** Whether `code` is the one on the wall, or the one just before: a phone may be slow. */
export function isValidCode(secret: string, code: string, now: Date): boolean {
  const window = windowOf(now);
  return [window, window - 1].some((candidate) => same(codeOf(secret, candidate), code));
}

function windowOf(now: Date): number {
  return Math.floor(now.getTime() / (CODE_SECONDS * 1000));
}

/** HOTP's truncation (RFC 4226, section 5.3), over SHA-256. */
function codeOf(secret: string, window: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(window));
  const mac = createHmac("sha256", secret).update(counter).digest();
  const offset = (mac[mac.length - 1] ?? 0) & 0xf;
  const number = (mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** DIGITS;
  return String(number).padStart(DIGITS, "0");
}

function same(one: string, other: string): boolean {
  const [first, second] = [Buffer.from(one), Buffer.from(other)];
  return first.length === second.length && timingSafeEqual(first, second);
}
