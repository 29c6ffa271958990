import { Form } from "@remix-run/react";
import clsx from "clsx";
import CircleDashed from "lucide-react/icons/circle-dashed";
import UserRound from "lucide-react/icons/user-round";
import { useTranslation } from "react-i18next";
import { Card, CheckboxGroup, Disclosure, FieldGrid, FormErrors, type FormFailure, FormFailureProvider, SubmitButton, TextField } from "~/ui";
import type { Contact } from "../contacts-of.server";
import { BUYING_ROLES } from "../deal";
import type { DealPage } from "../deal-page.view.server";

/** Who plays which buying role at the customer. Empty roles stand there too: they are what to find out. */
export function PeopleByRole({ page, failureOf }: { page: DealPage; failureOf: (form: string) => FormFailure | null }) {
  const { t } = useTranslation("deals");
  const { contacts, right } = page;
  return (
    <Card id="people" title={t("people.title")}>
      <dl className="grid gap-2 sm:grid-cols-2">
        {BUYING_ROLES.map((role) => {
          const players = contacts.filter((contact) => contact.roles.includes(role));
          return (
            <div key={role} className={clsx("rounded-md border px-3 py-2.5", players.length > 0 ? "border-line" : "border-dashed border-line-strong bg-paper")}>
              <dt className="text-sm text-ink-soft">{t(`role.${role}`)}</dt>
              {players.length > 0 ? (
                players.map((player) => (
                  <dd key={player.id} className="flex items-start gap-2">
                    <UserRound aria-hidden className="mt-1 size-4 shrink-0 text-pine" />
                    <span className="min-w-0">
                      {player.name}
                      {player.title && <span className="ms-2 text-sm text-ink-soft">{player.title}</span>}
                    </span>
                  </dd>
                ))
              ) : (
                <dd className="flex items-start gap-2 text-ink-soft">
                  <CircleDashed aria-hidden className="mt-1 size-4 shrink-0" />
                  {t(`people.nobody.${role}`)}
                </dd>
              )}
            </div>
          );
        })}
      </dl>
      {right === "work" && (
        <div className="mt-3 grid gap-1 border-t border-line pt-3">
          <AddContact failure={failureOf("add-contact")} />
          {contacts.map((contact) => (
            <ContactRoles key={contact.id} contact={contact} />
          ))}
        </div>
      )}
    </Card>
  );
}

function useRoleOptions() {
  const { t } = useTranslation("deals");
  return BUYING_ROLES.map((role) => ({ value: role, label: t(`role.${role}`), hint: t(`people.hint.${role}`) }));
}

function AddContact({ failure }: { failure: FormFailure | null }) {
  const { t } = useTranslation("deals");
  const labels = { name: t("people.name"), title: t("people.jobTitle"), phone: t("people.phone"), email: t("people.email"), roles: t("people.roles") };
  return (
    <Disclosure summary={t("people.add")} open={failure !== null}>
      <Form method="post" className="mt-1 mb-3 grid gap-4">
        <FormFailureProvider failure={failure}>
          <FormErrors labels={labels} />
          <FieldGrid>
            <TextField label={labels.name} name="name" maxLength={120} required />
            <TextField label={labels.title} name="title" maxLength={120} />
            <TextField label={labels.phone} name="phone" type="tel" maxLength={40} />
            <TextField label={labels.email} name="email" type="email" maxLength={200} />
          </FieldGrid>
          <CheckboxGroup label={labels.roles} name="roles" options={useRoleOptions()} />
          <div>
            <SubmitButton name="intent" value="add-contact">
              {t("people.addSubmit")}
            </SubmitButton>
          </div>
        </FormFailureProvider>
      </Form>
    </Disclosure>
  );
}

function ContactRoles({ contact }: { contact: Contact }) {
  const { t } = useTranslation("deals");
  const played = contact.roles.map((role) => t(`role.${role}`)).join(t("comma"));
  return (
    <Disclosure
      summary={
        <span className="min-w-0">
          {contact.name}
          <span className="ms-2 text-sm text-ink-soft">{played || t("people.noRole")}</span>
        </span>
      }
      name={t("people.changeOf", { name: contact.name })}
    >
      <div className="mt-1 mb-3 grid gap-3">
        {(contact.title || contact.phone || contact.email) && (
          <p className="flex flex-wrap gap-x-4 text-sm">
            {contact.title && <span>{contact.title}</span>}
            {contact.phone && (
              <a href={`tel:${contact.phone.replace(/[^+\d]/g, "")}`} className="inline-flex min-h-11 items-center text-pine underline underline-offset-4">
                {contact.phone}
              </a>
            )}
            {contact.email && (
              <a href={`mailto:${contact.email}`} className="inline-flex min-h-11 items-center text-pine underline underline-offset-4">
                {contact.email}
              </a>
            )}
          </p>
        )}
        <Form method="post" className="grid gap-3">
          <input type="hidden" name="contact" value={contact.id} />
          <CheckboxGroup label={t("people.roles")} name="roles" options={useRoleOptions()} defaultValues={contact.roles} />
          <div className="flex flex-wrap gap-3">
            <SubmitButton name="intent" value="set-roles" size="sm">
              {t("save")}
            </SubmitButton>
            <SubmitButton name="intent" value="contact-left" variant="quiet" size="sm">
              {t("people.left")}
            </SubmitButton>
          </div>
        </Form>
      </div>
    </Disclosure>
  );
}
