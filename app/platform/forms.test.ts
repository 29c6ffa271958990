import { describe, expect, test } from "vitest";
import { z } from "zod";
import { formFailure, parseFormData } from "./forms.server";

const schema = z.object({ email: z.email({ error: "email" }), password: z.string({ error: "required" }), tags: z.array(z.string()).optional() });

function form(fields: [string, string | Blob][]): FormData {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
}

describe("parseFormData", () => {
  test("answers the values of a form that fits", () => {
    expect(parseFormData(form([["email", "lin.lan@hengneng.test"], ["password", "p"], ["tags", "a"], ["tags", "b"]]), schema)).toEqual({ ok: true, value: { email: "lin.lan@hengneng.test", password: "p", tags: ["a", "b"] } });
  });

  test("an empty field counts as absent", () => {
    const result = parseFormData(form([["email", ""], ["password", ""]]), schema);
    expect(result).toMatchObject({ ok: false, error: { code: "invalid-form", failure: { fieldErrors: { email: ["email"], password: ["required"] } } } });
  });

  test("what was typed comes back, but never a password, a token or a file", () => {
    const data = form([["email", "lin"], ["password", "secret"], ["newPasswordAgain", "secret"], ["csrf-token", "secret"], ["photo", new Blob(["x"])], ["tags", "a"], ["tags", "b"]]);
    const result = parseFormData(data, schema);
    if (result.ok) throw new Error("expected a failure");
    expect(result.error.failure.values).toEqual({ email: "lin", tags: ["a", "b"] });
    expect(formFailure(data, ["signInWrong"])).toEqual({ formErrors: ["signInWrong"], fieldErrors: {}, values: { email: "lin", tags: ["a", "b"] } });
  });

  test.each(["__proto__", "constructor.prototype.polluted", "__proto__.polluted", "a[0].__proto__.polluted"])("a field named %s changes nothing but itself", (name) => {
    parseFormData(form([[name, "yes"], ["email", "x"]]), schema);
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
  });

  test("a character that the database cannot store is a mistake, whatever the schema says", () => {
    const result = parseFormData(form([["email", "lin\u0000@hengneng.test"], ["password", "secret"]]), schema);
    expect(result).toEqual({ ok: false, error: { code: "invalid-form", failure: { formErrors: [], fieldErrors: { email: ["invalid"] }, values: { email: "lin@hengneng.test" } } } });
  });
});
