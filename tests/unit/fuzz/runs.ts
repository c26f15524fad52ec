/** How many cases a property is tried on: many more by `npm run test:full`, and most by `npm run fuzz`. */
export const RUNS = Number(process.env['FUZZ_RUNS'] ?? 300);

/** Names that every object inherits: a table that is a plain object takes them for its own. */
export const INHERITED = ['constructor', 'toString', 'hasOwnProperty', 'valueOf', '__proto__'] as const;

/** Enough time for that many. */
export const PATIENCE = 60_000 + RUNS * 20;
