/** Bytes as they come, cut into chunks of one size. */
export class ChunkBuffer {
  private parts: Uint8Array[] = [];
  private length = 0;

  constructor(private readonly chunkBytes: number) {}

  /** Takes bytes; answers the chunks that became full. */
  add(bytes: Uint8Array): Uint8Array[] {
    this.parts.push(bytes);
    this.length += bytes.length;
    if (this.length < this.chunkBytes) return [];
    const whole = this.rest();
    const full = Math.floor(whole.length / this.chunkBytes);
    const chunks = Array.from({ length: full }, (_, at) => whole.slice(at * this.chunkBytes, (at + 1) * this.chunkBytes));
    const tail = whole.slice(full * this.chunkBytes);
    this.parts = tail.length > 0 ? [tail] : [];
    this.length = tail.length;
    return chunks;
  }

  /** What is left and fills no chunk yet. */
  rest(): Uint8Array {
    if (this.parts.length === 1 && this.parts[0]) return this.parts[0];
    const whole = new Uint8Array(this.length);
    let at = 0;
    for (const part of this.parts) {
      whole.set(part, at);
      at += part.length;
    }
    this.parts = [whole];
    return whole;
  }
}
