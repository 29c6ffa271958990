import { Link } from "@remix-run/react";
import ChevronRight from "lucide-react/icons/chevron-right";
import type { ReactNode } from "react";
import type { CellAddress } from "../../content";
import { useDesk } from "../desk";
import { useLeadHref } from "../use-lead-href";

/** A line that leads to a place in the sheet. */
export function Lead({ address, children }: { address: CellAddress; children: ReactNode }) {
  const { acts, store } = useDesk();
  const href = useLeadHref();
  return (
    <Link
      to={href(address)}
      preventScrollReset
      onClick={(event) => {
        if (!store) return;
        event.preventDefault();
        acts.goTo(address);
      }}
      className="flex min-h-11 w-full items-center gap-2 py-2 text-start hover:text-pine"
    >
      <span className="min-w-0 flex-1">{children}</span>
      <ChevronRight aria-hidden className="size-4 shrink-0 text-ink-faint" />
    </Link>
  );
}
