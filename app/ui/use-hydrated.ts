import { useSyncExternalStore } from "react";

const never = (): (() => void) => () => undefined;

/** Whether scripts run here already: false in the server's page and while it comes to life. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
