import { describe, expect, test } from "vitest";
import { guessMapping, missingFields, readStage } from "./fields";

describe("columns", () => {
  test("are told by their headings, in either language, with brackets, spaces and units, each once", () => {
    expect(guessMapping("deals", ["商机编号", "客户名称", "商机名称", "预计金额（元）", "预计签约日", "销售阶段", "负责人邮箱"])).toEqual({ key: 0, account: 1, title: 2, amount: 3, expectedClose: 4, stage: 5, owner: 6 });
    expect(guessMapping("deals", ["Deal ID", "Customer", "Deal", "Amount", "Close date", "Stage"])).toEqual({ key: 0, account: 1, title: 2, amount: 3, expectedClose: 4, stage: 5 });
    expect(guessMapping("invoices", ["发票号", "客户", "含税金额", "开票日期", "到期日"])).toEqual({ number: 0, account: 1, amount: 2, issuedOn: 3, dueOn: 4 });
    expect(guessMapping("payments", ["发票编号", "到账金额", "到账日期", "流水号"])).toEqual({ number: 0, amount: 1, paidOn: 2, key: 3 });
  });

  test("that are missing are named", () => {
    expect(missingFields("deals", guessMapping("deals", ["甲", "客户"]))).toEqual(["key", "title", "amount"]);
  });
});

test.each([["接触客户", "contact"], ["Closed Won", "won"], ["方案 报价", "proposal"], ["丢单", "lost"], ["Clarify needs", "clarify"], ["随便", null], ["", null]])("the stage of “%s” is %s", (text, stage) => expect(readStage(text)).toBe(stage));
