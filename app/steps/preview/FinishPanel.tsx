import { Form, useNavigation } from "@remix-run/react";
import CircleCheck from "lucide-react/icons/circle-check-big";
import { useTranslation } from "react-i18next";
import { checkinAnchor } from "~/courseware";
import { Button, ButtonLink } from "~/ui";

interface FinishPanelProps {
  finished: boolean;
  /** Check-ins still to be answered, in the order of the text. */
  missing: readonly string[];
  /** All check-ins of the section, for their numbers. */
  checkins: readonly string[];
  /** The button was pressed although something is missing. */
  refused: boolean;
  /** Where to go on; null when every section is finished. */
  goOn: { to: string; title: string } | null;
  /** Pressing the button finishes the last open section. */
  last: boolean;
  /** The step is passed. */
  done: boolean;
  contents: string;
  /** Leads to the next step. */
  next: string;
}

/** The end of a section: what is still open, the button that finishes it, or the way on. */
export function FinishPanel(props: FinishPanelProps) {
  return (
    <section id="finish" data-print="no" className="mt-10 scroll-mt-20 rounded-lg border border-line-strong bg-surface p-4 sm:p-5">
      {props.finished ? <Finished {...props} /> : <Unfinished {...props} />}
    </section>
  );
}

function Finished({ goOn, done, contents, next }: FinishPanelProps) {
  const { t } = useTranslation("preview");
  const rest = goOn === null;
  return (
    <div role="status">
      <h2 className="flex items-center gap-2 text-lg">
        <CircleCheck aria-hidden className="size-5 shrink-0 text-pine" />
        {t(rest ? "finish.allDone" : "finish.done")}
      </h2>
      {done && rest && <p className="mt-1 text-ink-soft">{t("finish.chapterDone")}</p>}
      <div className="mt-4 flex flex-wrap gap-3 max-sm:[&>*]:w-full">
        {goOn !== null && (
          <ButtonLink to={goOn.to} variant="primary">
            {t("finish.goOn", { title: goOn.title })}
          </ButtonLink>
        )}
        {rest && done && (
          <ButtonLink to={next} variant="primary">
            {t("finish.nextStep")}
          </ButtonLink>
        )}
        <ButtonLink to={contents}>{t("finish.contents")}</ButtonLink>
      </div>
    </div>
  );
}

function Unfinished({ missing, checkins, refused, last }: FinishPanelProps) {
  const { t } = useTranslation("preview");
  const navigation = useNavigation();
  const pending = navigation.formData?.get("intent") === "finish";
  return (
    <>
      <h2 className="text-lg">{t("finish.title")}</h2>
      {missing.length > 0 ? (
        <div role={refused ? "alert" : undefined}>
          <p className={refused ? "mt-1 font-semibold text-danger" : "mt-1"}>{t("finish.missing", { count: missing.length })}</p>
          <ul className="mt-1 flex flex-wrap gap-x-4">
            {missing.map((id) => (
              <li key={id}>
                <a href={`#${checkinAnchor(id)}`} className="inline-flex min-h-11 items-center text-pine underline underline-offset-4">
                  {t("finish.question", { number: checkins.indexOf(id) + 1 })}
                </a>
              </li>
            ))}
          </ul>
          {refused && <p className="text-sm text-ink-soft">{t("finish.refused")}</p>}
        </div>
      ) : (
        <p className="mt-1 text-ink-soft">{t("finish.hint")}</p>
      )}
      <Form method="post" action="#finish" className="mt-4">
        <Button name="intent" value="finish" variant={missing.length > 0 ? "secondary" : "primary"} pending={pending} className="w-full sm:w-auto">
          {t(last ? "finish.buttonLast" : "finish.button")}
        </Button>
      </Form>
    </>
  );
}
