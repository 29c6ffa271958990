import clsx from "clsx";
import { initials, nameHash } from "./initials";

const TINTS = ["bg-pine-soft text-pine-deep", "bg-mist-soft text-mist", "bg-paper-deep text-ink-soft", "bg-ok-soft text-ok"] as const;
const SIZES = { sm: "size-7 text-xs", md: "size-9 text-sm", lg: "size-14 text-xl" } as const;

/** A person as a round seal with the family name. Decoration where the name stands beside it; otherwise say `alone`. */
export function Avatar({ name, size = "md", alone = false, className }: { name: string; size?: keyof typeof SIZES; alone?: boolean; className?: string }) {
  return (
    <span
      {...(alone ? { role: "img", "aria-label": name, title: name } : { "aria-hidden": true })}
      className={clsx("inline-grid shrink-0 place-items-center rounded-full border border-line leading-none font-semibold", SIZES[size], TINTS[nameHash(name) % TINTS.length], className)}
    >
      {initials(name)}
    </span>
  );
}
