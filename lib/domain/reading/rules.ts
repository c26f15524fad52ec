/** Every table of named rules that the reader of results asks, for the test that runs their examples and for counts. */
import { ACCEPTED } from './result/accepted';
import { BOUNDS } from './result/bounds';
import { REFUSED } from './result/refused';
import { WAY_RULES } from './result/ways';
import type { NamedRules } from './rule';

export const RULE_TABLES: readonly NamedRules[] = [REFUSED, ACCEPTED, BOUNDS, WAY_RULES];
