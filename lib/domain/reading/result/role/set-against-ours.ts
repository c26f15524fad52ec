/** Named systems whose clause is set against one about the paper's own: "Aton reaches 71%, while ours reaches 75%". */
import { phrase, type Context } from '../../sentence/context';
import { ACHIEVE_VERBS, BASELINE_WORDS, CLAUSE_WORDS, OWN_WORDS } from '../../sentence/words';

const OURS =
  /^(?:(?:while|whereas|but|although) )?(?:our|ours|we|the (?:proposed|developed))\b(?! (?:analy|result|experiment|stud|evaluat|f[io]u?nd|observe|show|see|compare))/;
const OPENS = /^(?:while|whereas|although|though)$/;

/** The clauses of a contrast, as token ranges: split at words of contrast, and where the main clause begins. */
function clausesOf({ tokens }: Context): readonly (readonly [from: number, to: number])[] {
  const isSubordinate = OPENS.test(tokens[0]?.lower ?? '');
  const starts = [0];
  tokens.forEach(({ lower, text }, at) => {
    if (at === 0) return;
    const isContrast =
      /^(?:while|whereas|:)$/.test(lower) || (CLAUSE_WORDS.has(lower) && tokens[at - 1]?.text === ',');
    const isMain = isSubordinate && text === ',' && /^(?:our|ours|we|the)$/.test(tokens[at + 1]?.lower ?? '');
    if (isContrast) starts.push(at);
    else if (isMain) starts.push(at + 1);
  });
  return starts.map((from, index) => [from, starts[index + 1] ?? tokens.length]);
}

const hasNumber = ({ tokens }: Context, from: number, to: number): boolean =>
  tokens.slice(from, to).some(({ kind }) => kind === 'number');

/** True if the clause from `from` is about another system by its name, as the subject of a verb of achieving before `at`. */
function isAboutOther(context: Context, from: number, at: number): boolean {
  const { tokens } = context;
  let verb = from;
  while (
    verb < at &&
    !ACHIEVE_VERBS.has(tokens[verb]?.lower ?? '') &&
    !/^(?:ha[sd]|have|requires?|takes?)$/.test(tokens[verb]?.lower ?? '')
  )
    verb += 1;
  if (verb === at || tokens[verb]?.lower.endsWith('ing') === true) return false;
  const start = CLAUSE_WORDS.has(tokens[from]?.lower ?? '') || tokens[from]?.text === ':' ? from + 1 : from;
  const subject = tokens.slice(start, verb);
  if (subject.length === 0 || subject.length > 9) return false;
  // "The accuracy reaches 91%, while our recall is low": a measure is nobody's.
  if (subject.some((_, index) => context.mentionOf.has(start + index))) return false;
  return subject.some(
    ({ text, lower }, index) =>
      BASELINE_WORDS.has(lower) ||
      /^(?:existing|classical|standard|others?)$/.test(lower) ||
      (/\p{Lu}|\d/u.test(index === 0 && start === 0 ? text.slice(1) : text) &&
        !/^(?:it|this|we)$/.test(lower)),
  );
}

/** True for the 71% of "While Aton reaches 71%, our model reaches 75%". */
export function isSetAgainstOurs(context: Context, at: number): boolean {
  // Without a word of contrast there is one clause.
  if (context.clauses.at(-1) === 0) return false;
  const clauses = clausesOf(context);
  if (clauses.length < 2) return false;
  const here = clauses.findIndex(([from, to]) => from <= at && at < to);
  const [from = 0, to = 0] = clauses[here] ?? [];
  if (context.tokens.slice(from, to).some(({ lower }) => OWN_WORDS.has(lower) || lower === 'the proposed'))
    return false;
  const isOurs = [clauses[here - 1], clauses[here + 1]].some(
    (other) =>
      other && OURS.test(phrase(context, other[0], other[0] + 5)) && hasNumber(context, other[0], other[1]),
  );
  return isOurs && isAboutOther(context, from, at);
}
