import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import { withShares } from "./contribution-share";
import { latestRatings, submissionMembers } from "./own-rating.view.server";
import { type PeerView, peerView } from "./peer-rating";

/** A member of the submission, as the instructor sees their part. */
export interface MemberPart {
  enrolmentId: string;
  personId: string;
  name: string;
  nameLatin: string | null;
  filled: number;
  improved: number;
  fixed: number;
  resolved: number;
  share: number;
  peers: PeerView;
}

/** Who was in the group when its sheet was last handed in, with what the ledger counted then and what peers said. */
export async function memberParts(db: Kysely<DB>, groupSheetId: string): Promise<MemberPart[]> {
  const [members, ratings] = await Promise.all([submissionMembers(db, groupSheetId), latestRatings(db, groupSheetId)]);
  const present = new Set(members.map((member) => member.enrolmentId));
  return withShares(members).map((member) => ({
    ...member,
    peers: peerView(ratings.filter((rating) => rating.ratedId === member.enrolmentId && present.has(rating.raterId)).map((rating) => rating.level), { share: member.share, members: members.length }),
  }));
}
