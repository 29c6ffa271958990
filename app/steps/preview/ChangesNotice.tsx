import { Form } from "@remix-run/react";
import History from "lucide-react/icons/history";
import { useTranslation } from "react-i18next";
import type { BlockChange } from "~/courseware";
import { Button } from "~/ui";

/** Tells who read an earlier version what is different now, and that nothing they earned is lost. */
export function ChangesNotice({ changes }: { changes: readonly BlockChange[] }) {
  const { t } = useTranslation("preview");
  return (
    <aside data-print="no" className="my-6 rounded-lg border border-mist bg-mist-soft px-4 py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="flex items-center gap-2">
          <History aria-hidden className="size-5 shrink-0 text-mist" />
          <span>
            <strong>{t("changes.title")}</strong> <span className="text-ink-soft">{t("changes.kept")}</span>
          </span>
        </p>
        <Form method="post" preventScrollReset>
          <Button name="intent" value="noted" size="sm">
            {t("changes.noted")}
          </Button>
        </Form>
      </div>
      {changes.length === 0 ? (
        <p className="mt-1 text-sm text-ink-soft">{t("changes.onlyFigures")}</p>
      ) : (
        <details className="mt-1">
          <summary className="inline-flex min-h-11 items-center text-sm font-semibold text-mist underline underline-offset-4">
            {t("changes.show")} · {t("changes.count", { count: changes.length })}
          </summary>
          <ol className="grid gap-3 pb-1">
            {changes.map((change) => (
              <li key={`${change.change} ${change.anchor}`} className="border-s-2 border-mist ps-3 text-sm">
                <Change change={change} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </aside>
  );
}

function Change({ change: { change, kind, anchor, before, after } }: { change: BlockChange }) {
  const { t } = useTranslation("preview");
  const label = <span className="me-2 font-semibold text-mist">{t(`changes.${change}`)}</span>;
  const text = kind === "activity" ? after || before || t("changes.activity") : null;
  return (
    <>
      {change === "removed" ? label : (
        <a href={`#${anchor}`} className="underline-offset-4 hover:underline">
          {label}
        </a>
      )}
      {text ?? (
        <>
          {before !== null && <del className="block text-ink-soft decoration-ink-faint">{before}</del>}
          {after !== null && <ins className="block no-underline">{after}</ins>}
        </>
      )}
    </>
  );
}
