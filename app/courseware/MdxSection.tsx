/** Shows a compiled section: from the process's registry on the server, from `window.__mdx` in the browser. */
import { type ComponentType, createContext, forwardRef, lazy, type ReactElement, type RefObject, Suspense, useContext, useEffect, useImperativeHandle, useRef } from "react";
import { useTranslation } from "react-i18next";
import { LANGUAGE_TAG, type Locale } from "~/i18n/locale";
import "./courseware.css";
import { browserMdx, loadMdx } from "./load-mdx";
import { mdxComponents } from "./mdx-components";
import type { MdxContent, MdxRegistry } from "./mdx-registry";
import { TermPopover } from "./TermPopover";

/** Provided by entry.server with the request context's `mdx`; null in the browser. */
export const MdxRegistryContext = createContext<MdxRegistry | null>(null);

type Components = Readonly<Record<string, ComponentType<never>>>;

export interface MdxSectionProps {
  codeHash: string;
  /** The language of the text. */
  locale: Locale;
  /** More components, or others in place of the usual ones: a lecture brings `Slide` and `Notes`. */
  components?: Components;
  /** Anchors of changed blocks, marked for a reader who knows an earlier version (`diffVersions`). */
  changed?: readonly string[];
}

/**
 * The text of a section. The loader must have awaited `mdx.ensure(db, codeHash)` on the server, and `loadMdx(codeHash)`
 * in its `clientLoader`; where a script came late, the server's text stays and comes to life when it arrives.
 * The ref is for `ReadAloudBar`.
 */
export const MdxSection = forwardRef<HTMLDivElement, MdxSectionProps>(function MdxSection({ codeHash, locale, components, changed }, ref): ReactElement {
  const Content = useMdx(codeHash);
  const text = useRef<HTMLDivElement>(null);
  useImperativeHandle(ref, () => text.current as HTMLDivElement, []);
  useChangeMarks(text, codeHash, changed);
  const all = components === undefined ? mdxComponents : { ...mdxComponents, ...components };
  return (
    <>
      <div ref={text} className="prose-course" lang={LANGUAGE_TAG[locale]}>
        <Suspense>
          <Content components={all} />
        </Suspense>
      </div>
      <TermPopover within={text} />
    </>
  );
});

/** Blocks are HTML that React does not look into, so marks are set on them from outside. */
function useChangeMarks(text: RefObject<HTMLElement>, codeHash: string, changed: readonly string[] = []): void {
  const { t } = useTranslation("courseware");
  const key = changed.join(" ");
  useEffect(() => {
    const blocks = key === "" ? [] : key.split(" ").flatMap((anchor) => text.current?.querySelector(`#${CSS.escape(anchor)}`) ?? []);
    for (const block of blocks) {
      block.setAttribute("data-changed", "");
      block.setAttribute("title", t("changed"));
    }
    return () => {
      for (const block of blocks) {
        block.removeAttribute("data-changed");
        block.removeAttribute("title");
      }
    };
  }, [text, codeHash, key, t]);
}

function useMdx(codeHash: string): MdxContent {
  const registry = useContext(MdxRegistryContext);
  if (registry === null) return browserMdx(codeHash) ?? lateMdx(codeHash);
  const content = registry.get(codeHash);
  if (content === undefined) throw new Error(`Module ${codeHash} was not ensured before rendering.`);
  return content;
}

const late = new Map<string, MdxContent>();

/** A component that appears when the script has loaded; tried again when the network comes back. */
function lateMdx(codeHash: string): MdxContent {
  let component = late.get(codeHash);
  if (component === undefined) {
    component = lazy(async () => {
      await untilLoaded(codeHash);
      const content = browserMdx(codeHash);
      if (content === undefined) throw new Error(`The script of ${codeHash} registered nothing.`);
      return { default: content };
    }) as unknown as MdxContent;
    late.set(codeHash, component);
  }
  return component;
}

async function untilLoaded(codeHash: string): Promise<void> {
  for (;;) {
    try {
      return await loadMdx(codeHash);
    } catch {
      await new Promise((resolve) => window.addEventListener("online", resolve, { once: true }));
    }
  }
}
