/**
 * What a script on a paper's page needs to know of the sites. Listings have a
 * door of their own (`listings.ts`), so that a paper's page does not carry them.
 */
export { findAbstractElement, isConfirmed, readFacts } from './faces';
export { addressOf, pageOf } from './pages';
export { readTheme, themeSource } from './theme';
