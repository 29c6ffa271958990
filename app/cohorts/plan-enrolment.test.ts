import { describe, expect, test } from "vitest";
import { findEmails, linesWithoutEmail } from "./plan-enrolment.server";

const PASTED = "姓名,邮箱\n林岚, lin.lan@hengneng.test；顾思源 <Gu@Hengneng.test>\r\n\n----\n张三 没有邮箱\nwu@\n李四,lin.lan@hengneng.test";

describe("what was pasted", () => {
  test("gives its addresses once each, whatever stands around them", () => {
    expect(findEmails(PASTED)).toEqual(["lin.lan@hengneng.test", "gu@hengneng.test"]);
  });

  test("and the lines that gave none are named; blank ones and rules are not", () => {
    expect(linesWithoutEmail(PASTED)).toEqual(["姓名,邮箱", "张三 没有邮箱", "wu@"]);
  });
});
