/** For `test.use(phone)`: a salesperson's phone, 360 px wide, with a finger. */
export const phone = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true } as const;

/** For `test.use(tablet)`: an examiner's tablet, upright. */
export const tablet = { viewport: { width: 820, height: 1180 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true } as const;
