import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Disclosure } from "./Disclosure";
import type { CommentThread } from "../../comment";
import { useDesk } from "../desk";
import { orderOfAddresses } from "../marks";
import { usePlaceName } from "../use-place-name";
import type { PanelPlace } from "../use-panel";
import { CommentForm } from "./CommentForm";
import { Thread } from "./Thread";

/** Remarks on the sheet, its rows and cells: of one place, or all in the order of the sheet. */
export function CommentsTab({ panel }: { panel: PanelPlace }) {
  const { t } = useTranslation("sheets");
  const { screen, content, at } = useDesk();
  const placeName = usePlaceName();
  const { about } = panel;
  const order = orderOfAddresses(screen.definition, content);
  const near = (thread: CommentThread): boolean => about === null || thread.address === about || thread.address.startsWith(`${about}/`);
  const threads = screen.comments.filter(near).sort((a, b) => order(a.address) - order(b.address) || a.at.getTime() - b.at.getTime());
  const open = threads.filter(({ resolved }) => resolved === null);
  const settled = threads.filter(({ resolved }) => resolved !== null);
  const other = at !== null && at !== about ? at : null;
  return (
    <div className="grid gap-5">
      <div>
        <div className="flex flex-wrap items-baseline justify-between gap-x-3">
          <h2 className="text-base">{about === null ? t("comments.all") : t("comments.about", { place: placeName(about) })}</h2>
          {about !== null && (
            <Link to={panel.href({ tab: "comments", about: null })} replace preventScrollReset className="inline-flex min-h-9 items-center text-sm text-pine underline underline-offset-4 coarse:min-h-11">
              {t("comments.showAll")}
            </Link>
          )}
        </div>
        {other && (
          <Link to={panel.href({ tab: "comments", about: other })} replace preventScrollReset className="inline-flex min-h-9 items-center text-sm text-pine underline underline-offset-4 coarse:min-h-11">
            {t("comments.here", { place: placeName(other) })}
          </Link>
        )}
      </div>
      {screen.right === "read" ? <p className="text-sm text-ink-soft">{t("comments.readOnly")}</p> : <CommentForm about={about ?? ""} label={about === null ? t("comments.newOnSheet") : t("comments.newAbout", { place: placeName(about) })} />}
      {open.length > 0 ? (
        <ul className="grid gap-4">
          {open.map((thread) => (
            <Thread key={thread.id} thread={thread} />
          ))}
        </ul>
      ) : (
        <p className="text-sm text-ink-soft">{t("comments.none")}</p>
      )}
      {settled.length > 0 && (
        <Disclosure summary={t("comments.settled", { count: settled.length })}>
          <ul className="grid gap-4">
            {settled.map((thread) => (
              <Thread key={thread.id} thread={thread} />
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  );
}
