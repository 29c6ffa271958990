import clsx from "clsx";
import { initials } from "~/ui";
import type { Peer } from "../client/store";

/** A ring round what somebody else is in, with their name. */
export function PeerRing({ peers }: { peers: readonly Peer[] }) {
  const [first] = peers;
  if (!first) return null;
  return (
    <span className={clsx("sheet-peer", `peer-${first.colour}`)}>
      <span>{peers.map(({ name }) => name).join(" · ")}</span>
    </span>
  );
}

/** Everybody else who has the sheet open. */
export function PeerSeals({ peers, label, most = 5 }: { peers: readonly Peer[]; label: string; most?: number }) {
  // One person may have it open on two devices.
  const people = peers.filter((peer, at) => peers.findIndex(({ personId }) => personId === peer.personId) === at);
  if (people.length === 0) return null;
  return (
    <ul aria-label={label} className="flex items-center -space-x-1.5">
      {people.slice(0, most).map((peer) => (
        <li key={peer.personId} title={peer.name} className={clsx("sheet-seal bg-surface", `peer-${peer.colour}`)}>
          <span role="img" aria-label={peer.name} className="grid size-7 place-items-center text-xs leading-none font-semibold text-ink">
            {initials(peer.name)}
          </span>
        </li>
      ))}
      {people.length > most && <li className="ps-3 text-sm text-ink-soft tabular">+{people.length - most}</li>}
    </ul>
  );
}
