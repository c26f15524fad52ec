/**
 * What the text about a table says of the names in its headers, by the words beside them: "LumNet outperforms Walker" of
 * two systems, "on Fjord and Brook" of data. In the shared folder's 200 labelled abstracts 64 of the 67 names that are told to be
 * systems are labelled so, and 97 of the 98 others.
 */
import { isKnownSystem } from '../known-names';
import { cleanLabel } from '../labels';
import type { Line } from '../levels';
import { nameKey } from '../own';
import { isName, type Elsewhere } from './elsewhere';

/** What only a system does. */
const SYSTEM_BEHIND =
  /^(?:\s[[(][^()[\]]{1,40}[\])])?\s(?:(?:also|still|even|consistently|significantly|substantially|slightly|clearly|further|only|alone|again)\s){0,2}(?:achieve[sd]?\b(?! is)|(?:out|under)?perform(?:s|ed)?\b|obtain|reach|attain|surpass|improve[sd]? (?:over|on|upon|by)\b|exceed|beats?\b|yields?\b|lags?\b|fails?\b|scores? \d|struggl|delivers?\b|excels?\b|trail|ranks?\b|suffers?\b|dominat|does not|cannot)/u;
/** What systems are compared with, and what calls them so. */
const SYSTEM_BEFORE =
  /\b(?:than|(?:out|under)perform\p{L}*|surpass\p{L}*|against|compar\p{L}* (?:to|with)|(?:improv|gain)\p{L}* over|(?:baselines?|methods?|models?|approach(?:es)?|systems?|agents?|networks?)(?:,? (?:such as|including|like|e\.g\.,))?|our|vanilla)\s(?:the\s)?$/iu;
/** What systems are tried on or measured by. */
const OTHER_BEHIND =
  /^\s(?:data ?sets?|benchmarks?|corpus|corpora|tasks?|(?:test|dev|validation|evaluation)(?:ing)? (?:sets?|splits?)|splits?|accurac(?:y|ies)|metrics?|subsets?|environments?|domains?|suites?)\b/u;
const OTHER_BEFORE =
  /(?:\b(?:(?<!\b(?:based|built|build|rely|relies|runs?|running) )on|across|in terms of|measured (?:by|in|with)|(?:data ?sets?|benchmarks?|tasks|metrics?)(?:,? (?:such as|including|like|e\.g\.,|namely))?))\s(?:(?:the|both|all|and|average|mean)\s)?(?:\p{Ll}+\s)?(?:[\p{Lu}\d][\p{L}\d@/+-]*(?:\.\d+)?,?\s(?:and\s)?){0,6}$/u;

/** More text, and more places of a name, say nothing new. */
const MOST_TEXT = 4_000;
const MOST_PLACES = 6;
const MOST_NAMES = 60;
const REACH = 90;

/** How much more often a text names something as a system than as something else. */
function votesFor(name: string, text: string): number {
  let votes = 0;
  for (
    let at = text.indexOf(name), seen = 0;
    at !== -1 && seen < MOST_PLACES;
    at = text.indexOf(name, at + 1)
  ) {
    const end = at + name.length;
    if (/[\p{L}\d-]/u.test(`${text[at - 1] ?? ' '}${text[end] ?? ' '}`)) continue;
    seen += 1;
    const before = text.slice(Math.max(0, at - REACH), at);
    const behind = text.slice(end, end + REACH);
    if (SYSTEM_BEHIND.test(behind) || SYSTEM_BEFORE.test(before)) votes += 1;
    else if (OTHER_BEHIND.test(behind) || OTHER_BEFORE.test(before)) votes -= 1;
  }
  return votes;
}

/** The names in the headers of a table by what these texts say of them. */
export function saidIn(texts: readonly string[], lines: readonly Line[]): Elsewhere {
  const [systems, others] = [new Set<string>(), new Set<string>()];
  const text = texts.join(' ').slice(0, MOST_TEXT);
  const names = new Set(lines.flatMap(({ labels }) => labels.map((label) => cleanLabel(label.text))));
  for (const name of [...names].filter(isName).slice(0, MOST_NAMES)) {
    const votes = votesFor(name, text);
    // "on GPT-4": methods are tried on models too, which may be what the table compares.
    if (votes > 0) systems.add(nameKey(name));
    else if (votes < 0 && !isKnownSystem(name)) others.add(nameKey(name));
  }
  return { systems, others };
}
