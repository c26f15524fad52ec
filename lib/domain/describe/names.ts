/**
 * Recognises the parts of an author's name (family name, particle, suffix) and the names of groups, which
 * have none.
 */

/** A suffix after a name: "Jr.", "III". */
export const NAME_SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/i;

/** Last words of names of groups. */
const GROUP_WORD =
  /(?:^|\s)(?:collaborations?|consorti(?:um|a)|teams?|(?:sub)?groups?|labs?|laborator(?:y|ies)|initiative|networks?|investigators|projects?|committee|society|association|foundation|institute|university|organi[sz]ation|alliance|partnership|programme|community|contributors|members|participants|researchers|observatory|task force)(?:\s\([^()]*\))?$/i;
/** "The CMS", "Meta AI", "Team of Ada and Bo"; but "The Anh Nguyen" is a person. */
const GROUP_FORM =
  /^the (?:\p{Lu}[\p{Lu}\d-]+)$|\sAI$|\s(?:and|of|for)\s|^(?:on behalf of|for the|members of)\s/u;
/** "J. Lab", "Lab, J.": a name with an initial is a person's. */
const INITIAL = /(?:^|[\s,.-])\p{Lu}\.(?:$|[\s,-])/u;

/** Whether a name is a group's ("Gemini Team", "The CMS", "LHCb Collaboration"). */
export function isGroup(name: string): boolean {
  if (name.includes(',')) return / and /.test(name);
  const lowerArticle = name.replace(/^The /, 'the ');
  return GROUP_FORM.test(lowerArticle) || (GROUP_WORD.test(name) && !INITIAL.test(name));
}

/** Particles that belong to a family name even when capitalised: "De Wolf", "Van der Sluijs", "Ben Ayed". */
const PARTICLE =
  /^(?:van|von|vande|vander|de|del|della|delle|degli|dei|der|den|di|da|dal|dalla|dos|du|la|le|el|al|ter|ten|ben|ait)$/i;
/** Before these names, "Van" and "Le" are Vietnamese middle names. */
const VIETNAMESE =
  /^(?:nguyen|tran|le|pham|huynh|hoang|phan|vu|vo|dang|bui|do|ho|ngo|duong|ly|dinh|trinh|truong)$/i;

/** The family name in a person's name, as far as its words show it: "van der Maaten", "De Wolf", "King". */
export function familyNameOf(name: string): string {
  const [beforeComma] = name.split(',');
  if (name.includes(',') && beforeComma) return beforeComma.trim();
  const words = name.trim().split(/\s+/);
  while (words.length > 1 && NAME_SUFFIX.test(words.at(-1) ?? '')) words.pop();
  let start = words.length - 1;
  const last = (words[start] ?? '').normalize('NFD').replace(/\p{M}/gu, '');
  const isParticle = (word: string) =>
    /^\p{Ll}/u.test(word) || (PARTICLE.test(word) && !VIETNAMESE.test(last));
  // Particles belong to the name after them; the first word is always a given name.
  while (start > 1 && isParticle(words[start - 1] ?? '')) start -= 1;
  return words.slice(start).join(' ');
}
