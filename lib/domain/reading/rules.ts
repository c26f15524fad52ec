/**
 * All tables of named rules that read results: for the test that runs their examples, and for counts of how
 * often each rule decides.
 */
import { ACCEPTED } from './result/accepted';
import { CHANGED, METRICS } from './metric';
import { MEASURES } from './names/measures';
import { RELATION_TABLES } from './names/name-relations';
import { BOUNDS } from './result/bounds';
import { LISTED_KINDS } from './result/carried-kind';
import { KINDS } from './result/kinds';
import { REFUSED } from './result/refused';
import { ROLE_TABLES } from './result/role';
import { WAY_RULES } from './result/ways';
import type { NamedRules } from './rule';

/** Every table of named rules; a rule that is in none of them has no example that runs. */
export const RULE_TABLES: readonly NamedRules[] = [
  REFUSED,
  ACCEPTED,
  METRICS,
  CHANGED,
  MEASURES,
  KINDS,
  LISTED_KINDS,
  ...ROLE_TABLES,
  BOUNDS,
  WAY_RULES,
  ...RELATION_TABLES,
];
