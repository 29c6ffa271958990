/** Drafts of marks on this device. A device that keeps nothing (private window, full disk) is no reason to stop anybody. */
import { type KeptDraft, type KeptDrafts, keepDraft } from "../draft";

const KEY = "roadbook:marks";

function read(): KeptDrafts {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    return typeof value === "object" && value !== null ? (value as KeptDrafts) : {};
  } catch {
    return {};
  }
}

function write(kept: KeptDrafts): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // The mark is still in the form; only a closed window would lose it.
  }
}

export function storedDrafts(): KeptDrafts {
  return read();
}

export function storeDraft(subject: string, draft: KeptDraft): void {
  write(keepDraft(read(), subject, draft));
}

export function dropDraft(subject: string): void {
  const { [subject]: _gone, ...others } = read();
  write(others);
}
