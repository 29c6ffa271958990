import Printer from "lucide-react/icons/printer";
import { Button, useHydrated } from "~/ui";

/** Prints the page; only where scripts run, since the browser's own menu does it elsewhere. */
export function PrintButton({ label }: { label: string }) {
  if (!useHydrated()) return null;
  return (
    <Button type="button" icon={<Printer aria-hidden className="size-4.5" />} onClick={() => window.print()}>
      {label}
    </Button>
  );
}
