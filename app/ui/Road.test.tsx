import i18next from "i18next";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider, initReactI18next } from "react-i18next";
import { StaticRouter } from "react-router-dom/server";
import { beforeAll, describe, expect, it } from "vitest";
import texts from "../i18n/locales/zh/ui.json";
import { road } from "./gallery/samples";
import { Road } from "./Road";
import { TextField } from "./TextField";
import { FormFailureProvider } from "./form-failure";

beforeAll(async () => {
  await i18next.use(initReactI18next).init({ lng: "zh", resources: { zh: { ui: texts } }, interpolation: { escapeValue: false } });
});

function html(element: ReactElement): string {
  return renderToStaticMarkup(
    <I18nextProvider i18n={i18next}>
      <StaticRouter location="/">{element}</StaticRouter>
    </I18nextProvider>,
  );
}

describe("the road", () => {
  it("is an ordered list of what the chapter has, with one next action", () => {
    const page = html(<Road label="建立信任" steps={road("zh", ["passed", "in-progress"], ["role-play"])} position={1} next={{ label: "继续作答", href: "/quiz", tone: "primary" }} />);
    expect(page.match(/<li/g)).toHaveLength(7);
    expect(page).not.toContain("角色扮演");
    expect(page.match(/aria-current="step"/g)).toHaveLength(1);
    expect(page.match(/href="\/quiz"/g)).toHaveLength(1);
    expect(page.match(/<svg(?![^>]*aria-hidden)/g)).toBeNull();
  });

  it("uses no inline style, which the content policy forbids", () => {
    expect(html(<Road label="建立信任" steps={road("zh", ["available"])} position={0} />)).not.toContain("style=");
  });

  it("says so when the summit is reached", () => {
    expect(html(<Road label="收款" steps={road("zh", Array.from({ length: 8 }, () => "passed" as const))} position={8} />)).toContain(texts.road.done);
  });
});

it("a returned form shows what was typed and what is wrong with it", () => {
  const page = html(
    <FormFailureProvider failure={{ formErrors: [], fieldErrors: { email: ["email"] }, values: { email: "lin@" } }}>
      <TextField name="email" label="邮箱" />
    </FormFailureProvider>,
  );
  expect(page).toContain('value="lin@"');
  expect(page).toMatch(/aria-describedby="field-email-error"/);
  expect(page).toContain(texts.form.email);
});
