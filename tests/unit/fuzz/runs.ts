/** How many cases a property is tried on: many at every test, more by `npm run fuzz`. */
export const RUNS = Number(process.env['FUZZ_RUNS'] ?? 10_000);

/** Enough time for that many. */
export const PATIENCE = 60_000 + RUNS * 20;
