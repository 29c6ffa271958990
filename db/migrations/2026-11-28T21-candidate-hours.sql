-- When a candidate said that they are free (or that they are free all day); before that the whole day counts as free.
alter table defense_candidate add column answered_at timestamptz;
