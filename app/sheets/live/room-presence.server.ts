/** Keeps everybody in a room, and the other processes, told of who is where. */
import type { JsonValue } from "~/db/index.server";
import type { Services } from "~/platform/context";
import { publishLive } from "~/platform/live.server";
import type { Present } from "./messages";
import { Presence, type PresenceNews, presenceTopic } from "./presence.server";

const TELL_EVERY_MS = 100;

export class RoomPresence {
  private readonly presence = new Presence();
  private readonly topic: string;
  private readonly unsubscribe: () => void;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly services: Pick<Services, "db" | "live" | "log"> & { processId: string },
    sheetId: string,
    /** Tells the room who is here. */
    private readonly show: (peers: Present[]) => void,
  ) {
    this.topic = presenceTopic(sheetId);
    this.unsubscribe = services.live.subscribe(this.topic, (news) => this.hear(news as unknown as PresenceNews));
  }

  enter(present: Present): void {
    this.presence.put(present);
    this.changed();
  }

  move(id: string, at: string | null): void {
    if (this.presence.move(id, at)) this.changed();
  }

  leave(id: string): void {
    this.presence.remove(id);
    this.changed();
  }

  /** Asks the other processes who is there. */
  ask(): void {
    this.tell({ ask: true });
  }

  /** Says everything again: lines that hear nothing are taken for dead, and processes that say nothing for gone. */
  beat(): void {
    this.tell();
    this.show(this.presence.all(Date.now()));
  }

  close(): void {
    this.unsubscribe();
    clearTimeout(this.timer);
    this.presence.clear();
    this.tell();
  }

  private hear({ from, peers, ask }: PresenceNews): void {
    if (from === this.services.processId) return;
    if (this.presence.hear(from, peers, Date.now())) this.show(this.presence.all(Date.now()));
    if (ask) this.tell();
  }

  private changed(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.show(this.presence.all(Date.now()));
      this.tell();
    }, TELL_EVERY_MS);
  }

  private tell(more: Pick<PresenceNews, "ask"> = {}): void {
    const news: PresenceNews = { from: this.services.processId, peers: this.presence.told(), ...more };
    publishLive(this.services.db, this.topic, news as unknown as JsonValue).catch((error: unknown) => {
      this.services.log.warn({ err: error, topic: this.topic }, "presence could not be told to other processes");
    });
  }
}
