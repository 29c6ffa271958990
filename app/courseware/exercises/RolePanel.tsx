import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui/Button";
import { useHydrated } from "../use-hydrated";
import { Feedback } from "./Feedback";
import { BUYING_ROLES, type BuyingRole, type OrgPerson } from "./org-chart";
import type { RoleAnswer } from "./role-answers";
import { useReveal } from "./use-reveal";

interface Props {
  person: OrgPerson;
  answer: RoleAnswer;
  onToggle: (role: BuyingRole) => void;
  onCheck: () => void;
  /** Null when nobody else is left. */
  onNext: (() => void) | null;
}

/** One person: what they say, the four roles to choose from, and what is right about the choice. */
export function RolePanel({ person, answer, onToggle, onCheck, onNext }: Props): ReactElement {
  const { t } = useTranslation("exercises");
  const hydrated = useHydrated();
  const verdict = useReveal();
  const panel = useReveal();
  const goOn = (): void => {
    onNext?.();
    panel.focus();
  };
  const open = answer.done === null;
  const names = (roles: readonly BuyingRole[]): string => roles.map((role) => t(`roles.${role}`)).join(t("separator")) || t("roles.none");
  return (
    <div ref={panel.ref} tabIndex={-1} className="mt-4 scroll-mt-20 rounded-md border border-line bg-paper p-3">
      <p className="font-semibold">{t("roles.person", { name: person.name, title: person.title })}</p>
      <blockquote className="mt-1">{person.says}</blockquote>
      <div role="group" aria-label={t("roles.choose", { name: person.name })} className="mt-3 grid grid-cols-2 gap-2">
        {BUYING_ROLES.map((role) => (
          <button
            key={role}
            type="button"
            aria-pressed={answer.chosen.includes(role)}
            disabled={!open || !hydrated}
            onClick={() => onToggle(role)}
            className="flex min-h-13 flex-col items-start justify-center rounded-md border border-line-strong bg-surface px-3 py-1.5 text-left leading-snug enabled:hover:border-pine aria-pressed:border-pine aria-pressed:bg-pine aria-pressed:text-on-pine"
          >
            <span className="font-semibold">{t(`roles.${role}`)}</span>
            <span className="text-xs opacity-85">{t(`roles.${role}Hint`)}</span>
          </button>
        ))}
      </div>
      {open && (
        <Button
          type="button"
          variant="primary"
          className="mt-3 w-full sm:w-auto"
          disabled={!hydrated}
          onClick={() => {
            onCheck();
            verdict.show();
          }}
        >
          {t(answer.chosen.length === 0 ? "roles.checkNone" : "check")}
        </Button>
      )}
      <div ref={verdict.ref} aria-live="polite" className="mt-3 scroll-mb-4">
        {answer.done !== null && (
          <Feedback tone={answer.done === "found" ? "right" : "shown"} title={t(answer.done === "found" ? "right" : "itIs", { target: names(person.roles) })} action={onNext === null ? undefined : { label: t("next"), onPress: goOn }}>
            {person.why}
          </Feedback>
        )}
        {open && answer.wrong > 0 && (
          <Feedback tone="wrong" title={t("roles.notYet")}>
            {t("roles.hint", { count: person.roles.length })}
          </Feedback>
        )}
      </div>
    </div>
  );
}
