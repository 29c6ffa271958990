import fs from "node:fs";
import net, { type AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findInstalledBrowser } from "./browser.mjs";
import { judgeNode } from "./check-node.mjs";
import { isInstalled } from "./dependencies.mjs";
import { hashFiles } from "./hash.mjs";
import { checkPort } from "./port.mjs";
import { countPlaywright, countVitest } from "./report.mjs";

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "roadbook-scripts-"));
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

function write(name: string, content: string | object): string {
  const file = path.join(folder, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
}

describe("judgeNode", () => {
  it.each(["20.19.0", "20.20.2", "22.0.0"])("takes %s", (version) => expect(judgeNode(version)).toBeNull());
  it.each(["18.20.0", "20.18.3", "6.0.0"])("refuses %s", (version) => expect(judgeNode(version)).toMatchObject({ fatal: true }));
  it("only warns of a version that is too new to have been tried", () => expect(judgeNode("24.1.0")).toMatchObject({ fatal: false }));
});

describe("isInstalled", () => {
  const lock = { packages: { "": {}, "node_modules/a": { version: "1.0.0", integrity: "x" }, "node_modules/b": { version: "2.0.0", optional: true } } };
  const present = (packages: object) => write("node_modules/.package-lock.json", { packages });

  it("is true when all is there but packages for other systems", () => {
    write("package-lock.json", lock);
    present({ "node_modules/a": { version: "1.0.0", integrity: "x" } });
    expect(isInstalled(folder)).toBe(true);
  });

  it("is false without npm's record, when a package is missing, and when one is of another version", () => {
    write("package-lock.json", lock);
    expect(isInstalled(folder)).toBe(false);
    present({});
    expect(isInstalled(folder)).toBe(false);
    present({ "node_modules/a": { version: "1.0.1", integrity: "y" } });
    expect(isInstalled(folder)).toBe(false);
  });
});

describe("hashFiles", () => {
  it("changes with a file's content and name, not with what does not count", () => {
    write("app/a.ts", "1");
    const hash = () => hashFiles(folder, ["app", "missing"], (file) => file.endsWith(".ts"));
    const before = hash();
    write("app/notes.md", "x");
    expect(hash()).toBe(before);
    write("app/a.ts", "2");
    expect(hash()).not.toBe(before);
    fs.rmSync(path.join(folder, "app/a.ts"));
    write("app/b.ts", "1");
    expect(hash()).not.toBe(before);
  });
});

describe("counting", () => {
  const suite = (status: string, ...tests: string[]) => ({ status, assertionResults: tests.map((test) => ({ status: test })) });

  it("takes Vitest's numbers, and a file that cannot be loaded as one failure", () => {
    const file = write("v.json", { numPassedTests: 3, numFailedTests: 1, testResults: [suite("passed", "passed"), suite("failed", "failed"), suite("failed")] });
    expect(countVitest(file, 1)).toEqual({ passed: 3, failed: 2 });
  });

  it("takes Playwright's numbers, and a test that needed two attempts as failed", () => {
    const file = write("p.json", { stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 }, errors: [] });
    expect(countPlaywright(file, 1)).toEqual({ passed: 5, failed: 2 });
  });

  it("never calls a run good that ended badly or left no report", () => {
    expect(countVitest(write("v.json", { numPassedTests: 3, numFailedTests: 0, testResults: [] }), 1)).toEqual({ passed: 3, failed: 1 });
    expect(countPlaywright(path.join(folder, "missing.json"), 0)).toEqual({ passed: 0, failed: 1 });
  });
});

describe("findInstalledBrowser", () => {
  it("takes the one a variable names", () => {
    expect(findInstalledBrowser({ CHROME_PATH: process.execPath, PATH: "" })).toBe(process.execPath);
  });

  it("says which variable names one that does not run", () => {
    expect(() => findInstalledBrowser({ ROADBOOK_CHROMIUM: "/nowhere/chrome" })).toThrow("ROADBOOK_CHROMIUM names no program that runs");
  });
});

describe("checkPort", () => {
  it("says which port is taken, and lets a free one pass", async () => {
    const server = net.createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const port = String((server.address() as AddressInfo).port);
    await expect(checkPort(port, "127.0.0.1", 0)).rejects.toThrow(`Port ${port} is taken`);
    await new Promise((resolve) => server.close(resolve));
    await checkPort(port, "127.0.0.1", 0);
  });
});
