/** Waiting for what comes to rest: places and sizes, which on a busy machine are final later than they exist. */

/** How long to wait in all, in milliseconds. */
const PATIENCE = 40_000;

/** How often to read, in milliseconds, and how many answers in a row must be equal. */
const INTERVAL = 100;
const EQUAL = 4;

/** Reads until several answers in a row are equal, and returns the last; `undefined` and failures are no answers. */
export async function whenStill<Answer>(
  read: () => Promise<Answer | null | undefined>,
): Promise<NonNullable<Answer>> {
  const end = Date.now() + PATIENCE;
  let last: string | undefined;
  let failure: unknown;
  for (let equal = 0; Date.now() < end;) {
    const answer = await read().catch((error: unknown) => {
      failure = error;
      return undefined;
    });
    const text = JSON.stringify(answer ?? undefined);
    equal = text !== undefined && text === last ? equal + 1 : 1;
    last = text;
    if (equal >= EQUAL && answer !== null && answer !== undefined) return answer;
    await new Promise((resume) => setTimeout(resume, INTERVAL));
  }
  throw new Error(`Did not come to rest within ${PATIENCE} ms: ${last ?? String(failure)}`);
}
