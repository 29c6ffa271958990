import { useNavigate } from "@remix-run/react";
import { type RefObject, useEffect } from "react";

/** Plain links of this class below `area` are followed by the router, as `Link`s are: one listener for thousands of cells. */
export function useRoutedCells(area: RefObject<HTMLElement | null>, className: string): void {
  const navigate = useNavigate();
  useEffect(() => {
    const element = area.current;
    if (!element) return;
    const follow = (event: MouseEvent): void => {
      const link = event.target instanceof Element ? event.target.closest(`a.${className}`) : null;
      const href = link?.getAttribute("href");
      // With a key held down, or another button, the browser opens it elsewhere.
      if (!href || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      navigate(href);
    };
    element.addEventListener("click", follow);
    return () => element.removeEventListener("click", follow);
  }, [area, className, navigate]);
}
