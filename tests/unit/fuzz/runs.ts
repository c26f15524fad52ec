/** The number of cases per property: many more with `npm run test:full`, and most with `npm run fuzz`. */
export const RUNS = Number(process.env['FUZZ_RUNS'] ?? 300);

/** Names that every object inherits: a table that is a plain object would find them. */
export const INHERITED = ['constructor', 'toString', 'hasOwnProperty', 'valueOf', '__proto__'] as const;

/** Enough time for that many cases. */
export const PATIENCE = 60_000 + RUNS * 20;
