/** Every table of named rules that the reader of results asks, for the test that runs their examples and for counts. */
import type { NamedRules } from './rule';

export const RULE_TABLES: readonly NamedRules[] = [];
