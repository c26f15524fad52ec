/** Answers about single words, kept: the words of abstracts come again and again. */

/** Longer words are no words of a language, and keep a text alive that they were cut from. */
const LONGEST = 24;
/** Words that are kept; with more the table is begun anew, which the commonest soon fill again. */
const MOST = 4096;

/** `compute` with its answers kept by word; it must answer the same for the same word at all times. */
export function remember<Answer extends object>(
  compute: (word: string) => Answer,
): (word: string) => Answer {
  const known = new Map<string, Answer>();
  return (word) => {
    const answer = known.get(word);
    if (answer !== undefined) return answer;
    const made = compute(word);
    if (word.length > LONGEST) return made;
    if (known.size >= MOST) known.clear();
    known.set(word, made);
    return made;
  };
}
