import { useFetcher } from "@remix-run/react";
import Check from "lucide-react/icons/check";
import RotateCcw from "lucide-react/icons/rotate-ccw";
import { Fragment, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { formatDate } from "~/i18n/dates";
import { Avatar, Button } from "~/ui";
import type { CommentThread, SheetComment } from "../../comment";
import { sheetPath } from "../../paths";
import { useDesk } from "../desk";
import { usePlaceName } from "../use-place-name";
import { Lead } from "./Lead";
import { CommentForm } from "./CommentForm";

/** A remark with the answers to it, and how it was settled. */
export function Thread({ thread }: { thread: CommentThread }) {
  const { t } = useTranslation("sheets");
  const { screen, io } = useDesk();
  const placeName = usePlaceName();
  const fetcher = useFetcher();
  const [replying, setReplying] = useState(false);
  const { resolved } = thread;
  const when = (at: Date): string => formatDate(at, { locale: io.locale, timeZone: screen.timeZone, style: "short-date-time" });
  return (
    <li className="min-w-0 rounded-lg border border-line bg-surface px-3 pt-1 pb-3">
      {thread.address === "" ? (
        <p className="flex min-h-11 items-center text-sm text-ink-soft">{t("place.sheet")}</p>
      ) : (
        <Lead address={thread.address}>
          <span className="text-sm text-pine">{placeName(thread.address)}</span>
        </Lead>
      )}
      <div className="grid gap-3">
        <Said comment={thread} when={when(thread.at)} />
        {thread.replies.map((reply) => (
          <div key={reply.id} className="ms-4 border-s-2 border-line ps-3">
            <Said comment={reply} when={when(reply.at)} />
          </div>
        ))}
      </div>
      {resolved && <p className="mt-2 text-sm text-ok">{t("comments.resolvedBy", { name: resolved.by.name, at: when(resolved.at) })}</p>}
      {screen.right !== "read" && (
        <div className="mt-2 flex flex-wrap items-center gap-1">
          <fetcher.Form method="post" action={sheetPath(screen.id, { panel: "comments" })}>
            <input type="hidden" name="comment" value={thread.id} />
            <Button name="intent" value={resolved ? "reopen-comment" : "resolve-comment"} size="sm" variant="quiet" pending={fetcher.state !== "idle"} icon={resolved ? <RotateCcw aria-hidden className="size-4" /> : <Check aria-hidden className="size-4" />}>
              {resolved ? t("comments.reopen") : t("comments.resolve")}
            </Button>
          </fetcher.Form>
          {!resolved && !replying && (
            <Button type="button" size="sm" variant="quiet" onClick={() => setReplying(true)}>
              {t("comments.reply")}
            </Button>
          )}
        </div>
      )}
      {replying && !resolved && (
        <div className="mt-2">
          <CommentForm about={thread.address} replyTo={thread.id} label={t("comments.replyTo", { name: thread.author.name })} />
        </div>
      )}
    </li>
  );
}

function Said({ comment, when }: { comment: SheetComment; when: string }) {
  return (
    <div className="flex gap-2.5">
      <Avatar name={comment.author.name} size="sm" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2 text-sm">
          <span className="font-semibold">{comment.author.name}</span>
          <span className="text-ink-faint">{when}</span>
        </p>
        <p className="text-base leading-relaxed break-words whitespace-pre-wrap">
          <Body text={comment.body} names={comment.mentions.map(({ name }) => name)} />
        </p>
      </div>
    </div>
  );
}

/** The text, with the names of whom it asks. */
function Body({ text, names }: { text: string; names: readonly string[] }) {
  if (names.length === 0) return <>{text}</>;
  const inText = names.filter((name) => text.includes(`@${name}`));
  const apart = names.filter((name) => !inText.includes(name));
  const parts = inText.length > 0 ? text.split(new RegExp(`(${inText.map((name) => `@${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`).join("|")})`)) : [text];
  return (
    <>
      {apart.map((name) => (
        <Fragment key={name}>
          <Name>@{name}</Name>{" "}
        </Fragment>
      ))}
      {parts.map((part, at) => (inText.some((name) => part === `@${name}`) ? <Name key={at}>{part}</Name> : <Fragment key={at}>{part}</Fragment>))}
    </>
  );
}

function Name({ children }: { children: ReactNode }) {
  return <span className="rounded-sm bg-pine-soft px-1 font-semibold text-pine-deep">{children}</span>;
}
