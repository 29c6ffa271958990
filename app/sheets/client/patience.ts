/** A short drop of the line is nothing that a person must be told of. */
const GRACE_MS = 2_500;

/** How long a window waits for a line before it says that there is none. */
export class Patience {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private over = false;

  constructor(private readonly onOver: () => void) {}

  get isOver(): boolean {
    return this.over;
  }

  /** There is no line as of now. */
  begin(): void {
    this.renew();
    this.timer = setTimeout(() => {
      this.over = true;
      this.onOver();
    }, GRACE_MS);
  }

  /** There is a line. */
  renew(): void {
    clearTimeout(this.timer);
    this.over = false;
  }

  /** The browser itself says that there is none: nothing to wait for. */
  lose(): void {
    this.over = true;
  }

  close(): void {
    clearTimeout(this.timer);
  }
}
