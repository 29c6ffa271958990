import { createHash, randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";

// OWASP Password Storage Cheat Sheet: Argon2id (the library's default), 19 MiB, 2 iterations, 1 lane.
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

let decoy: Promise<string> | undefined;

/** Argon2id hash in PHC format, with a random salt. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, OPTIONS);
}

/** Whether `password` belongs to `stored`. Without a stored hash the same work is done in vain, so that time tells nothing. */
export async function verifyPassword(stored: string | null | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword(randomBytes(16).toString("hex"));
  const right = await verify(stored ?? (await decoy), password, OPTIONS);
  return right && stored != null;
}

/** A secret for a link: 32 random bytes, URL-safe. Only its hash is stored. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** SHA-256, for secrets that are random already and keys that must not be readable in the database. */
export function digest(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}
