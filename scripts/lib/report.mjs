// @ts-check
import fs from "node:fs";

/** @typedef {{ passed: number, failed: number }} Count */

/**
 * Counts what Vitest's JSON report holds. A file that cannot even be loaded has no tests in it and counts as one failure.
 * @param {string} file
 * @param {number} exitCode of the run: failures outside of any test show only there
 * @returns {Count}
 */
export function countVitest(file, exitCode) {
  const report = readReport(file);
  if (!report) return { passed: 0, failed: 1 };
  const broken = report.testResults.filter(
    (/** @type {{ status: string, assertionResults: { status: string }[] }} */ suite) =>
      suite.status === "failed" && !suite.assertionResults.some((test) => test.status === "failed"),
  );
  return atLeastOne({ passed: report.numPassedTests, failed: report.numFailedTests + broken.length }, exitCode);
}

/**
 * Counts what Playwright's JSON report holds. A test that passed only at the second attempt has failed.
 * @param {string} file
 * @param {number} exitCode
 * @returns {Count}
 */
export function countPlaywright(file, exitCode) {
  const report = readReport(file);
  if (!report) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky } = report.stats;
  return atLeastOne({ passed: expected, failed: unexpected + flaky + report.errors.length }, exitCode);
}

/**
 * @param {Count} count
 * @param {number} exitCode
 */
const atLeastOne = (count, exitCode) => (exitCode !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count);

/** @param {string} file */
function readReport(file) {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}
