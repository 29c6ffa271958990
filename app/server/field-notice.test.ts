import { expect, test } from "vitest";
import { writeFieldNotice } from "./field-notice";

const application = { applicationId: "a", learnerName: "汪晓蔚", dealTitle: "空压站<一期>", tool: { zh: "购买角色图", en: "Buying-role map" }, dueAt: new Date("2026-03-13T04:00:00Z") };

test("a manager is told what waits and where, in their own language", () => {
  const write = writeFieldNotice({ ROADBOOK_ORIGIN: "https://road.example/" });
  const zh = write({ stage: "reminder", to: { name: "沈砚秋", locale: "zh", timeZone: "Asia/Shanghai" }, applications: [application] });
  expect(zh.subject).toBe("有 1 次应用等你确认，已过期");
  expect(zh.body).toContain("· 汪晓蔚 · 购买角色图 · 空压站<一期>（3月13日 到期）");
  expect(zh.body).toContain("https://road.example/manage");
  const en = write({ stage: "escalation", to: { name: "Boyan Zhang", locale: "en", timeZone: "Asia/Shanghai" }, applications: [application, application] });
  expect(en.subject).toBe("2 uses have not been answered");
  expect(en.body).toContain("Buying-role map");
  expect(en.body).toContain("https://road.example/lead/overdue");
});
