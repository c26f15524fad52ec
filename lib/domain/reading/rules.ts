/** Every table of named rules that the reader of results asks, for the test that runs their examples and for counts. */
import { BOUNDS } from './result/bounds';
import { WAY_RULES } from './result/ways';
import type { NamedRules } from './rule';

export const RULE_TABLES: readonly NamedRules[] = [BOUNDS, WAY_RULES];
