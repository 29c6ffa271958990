import { createContext, type ReactNode, useContext } from "react";

const InFilter = createContext(false);

/** Whether a field narrows a list: then nothing need be filled in, and saying so at each would be noise. */
export function useInFilter(): boolean {
  return useContext(InFilter);
}

/** The fields of a search or filter form, side by side, with the button at the end. */
export function FilterFields({ children }: { children: ReactNode }) {
  return (
    <InFilter.Provider value={true}>
      <div className="mb-4 flex flex-wrap items-end gap-3">{children}</div>
    </InFilter.Provider>
  );
}
