const COMPOUND = new Set(["欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "夏侯", "端木", "长孙", "宇文", "独孤", "南宫", "闻人", "轩辕", "百里", "呼延", "申屠", "太史", "澹台", "公冶", "宗政", "濮阳", "淳于", "单于", "钟离", "万俟", "鲜于", "闾丘", "司空", "亓官", "司寇", "第五"]);

/** What stands for a person in an avatar: the family name in Chinese (two characters where it is compound), first letters otherwise. */
export function initials(name: string): string {
  const trimmed = name.trim();
  const characters = [...trimmed];
  if (/^\p{Script=Han}/u.test(trimmed)) {
    const two = characters.slice(0, 2).join("");
    return characters.length > 2 && COMPOUND.has(two) ? two : (characters[0] ?? "");
  }
  const words = trimmed.split(/[\s·.]+/).filter(Boolean);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? "")][0] ?? "");
  return letters.join("").toUpperCase();
}

/** A small number that is always the same for a name. */
export function nameHash(name: string): number {
  return [...name].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973, 7);
}
