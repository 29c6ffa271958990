/**
 * How much must be there before a figure is shown, in one place. Below it the page says "not enough evidence" and how much
 * is missing, never a number. All counts are of defenses with at least two examiners: what one panel says of one candidate
 * hangs together, so that thirty scores of two candidates are two observations and not thirty.
 */
export const EVIDENCE = {
  /**
   * Agreement and alpha. With ten subjects the 95 % interval of alpha is typically ±0.2 to ±0.3 wide: enough to tell
   * poor from good, no more. Bootstrap intervals of fewer subjects cover visibly less than they say.
   */
  agreement: 10,
  /** ICC: the spread between candidates is itself estimated, from one number each; Koo and Li (J. Chiropractic Medicine 15 (2016) 155–163) ask for 30 subjects for research, we begin at half and show the interval. */
  icc: 15,
  /** Severity of an examiner: defenses shared with colleagues. With eight the interval is about ±0.3 levels at the noise that panels of three have. */
  severity: 8,
  /** One examiner in one month, against the rest of the panel. */
  month: 4,
  /** How sure all intervals of the page are. */
  level: 0.95,
  /** Samples of the bootstrap. */
  replicates: 2000,
} as const;
