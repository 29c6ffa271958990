/** One slide out of a compiled deck: the others of the file render nothing. */
import { Children, createContext, isValidElement, type ReactElement, type ReactNode, useContext } from "react";
import { MdxSection } from "~/courseware";
import type { Locale } from "~/i18n/locale";
import "./lecture.css";

interface View {
  /** Id of the slide to show. */
  show: string;
  part: "slide" | "notes";
  /** Stands in place of the slide's text: a poll. */
  instead: ReactNode;
  level: 1 | 2;
}

const ViewContext = createContext<View>({ show: "", part: "slide", instead: null, level: 2 });

/** `<Slide>` of a deck. */
function Slide({ id, title, children }: { id: string; title: string; children?: ReactNode }): ReactElement | null {
  const { show, part, instead, level } = useContext(ViewContext);
  if (id !== show) return null;
  const parts = Children.toArray(children);
  if (part === "notes") return <>{parts.filter(isNotes)}</>;
  const Heading = `h${level}` as const;
  return (
    <div className="slide-page">
      <Heading className="slide-title">{title}</Heading>
      {instead ?? <div className="slide-body" data-fit>{parts.filter((child) => !isNotes(child))}</div>}
    </div>
  );
}

/** `<Notes>` of a slide: what the presenter alone sees. */
function Notes({ children }: { children?: ReactNode }): ReactElement {
  return <>{children}</>;
}

function isNotes(child: ReactNode): boolean {
  return isValidElement(child) && child.type === Notes;
}

const components = { Slide, Notes };

export interface DeckSlideProps {
  slide: { id: string; codeHash: string };
  locale: Locale;
  part?: View["part"];
  instead?: ReactNode;
  /** The slide's title is the page's h1 on the projector. */
  level?: View["level"];
}

/** A slide of a deck, or its notes. The loader has ensured the module, as for any compiled text. */
export function DeckSlide({ slide, locale, part = "slide", instead = null, level = 2 }: DeckSlideProps) {
  return (
    <ViewContext.Provider value={{ show: slide.id, part, instead, level }}>
      <MdxSection codeHash={slide.codeHash} locale={locale} components={components} />
    </ViewContext.Provider>
  );
}
