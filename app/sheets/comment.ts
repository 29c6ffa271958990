/** Remarks on a cell, a row or a sheet, with answers below them. */
export interface SheetComment {
  id: string;
  author: { id: string; name: string };
  body: string;
  at: Date;
  /** Who was asked by name. */
  mentions: { id: string; name: string }[];
}

export interface CommentThread extends SheetComment {
  /** The cell or row; empty: the whole sheet. */
  address: string;
  resolved: { by: { id: string; name: string }; at: Date } | null;
  replies: SheetComment[];
}

/** Most characters of a comment. */
export const COMMENT_CHARACTERS = 2_000;
