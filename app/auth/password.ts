/** Shortest password, in characters. NIST SP 800-63B §3.1.1.2 asks for length, not for composition rules. */
export const PASSWORD_MIN = 10;
/** Longest password, in characters: enough for a passphrase, small enough not to be an attack on the hash. */
export const PASSWORD_MAX = 128;

export type PasswordProblem = "password-too-short" | "password-too-long" | "password-is-email" | "password-is-repetition";

/** What is wrong with a new password, or null. */
export function passwordProblem(password: string, email: string): PasswordProblem | null {
  const length = [...password].length;
  if (length < PASSWORD_MIN) return "password-too-short";
  if (length > PASSWORD_MAX) return "password-too-long";
  const lower = password.toLowerCase();
  if (lower === email || lower === email.split("@")[0]) return "password-is-email";
  if (new Set(lower).size < 4) return "password-is-repetition";
  return null;
}
